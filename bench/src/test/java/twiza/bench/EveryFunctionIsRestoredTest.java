package twiza.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/**
 * SnapStart calls the hooks that a function and its libraries have registered, before the snapshot
 * and after it. Where one fails, Lambda publishes no version. Only Lambda's own client shows it.
 */
class EveryFunctionIsRestoredTest {

  // Not cleaned up: the processes that were killed may still hold their files for a moment.
  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path work;

  private static RunningSystem system;
  private static Subjects subjects;

  @BeforeAll
  static void start() throws Exception {
    system = LocalRunner.start(Options.of(Options.project()).port(0).data(work.resolve("data")));
    system.rest();
    subjects = new Subjects(work.resolve("zips"), system);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void none_is_left_out() throws IOException {
    Set<String> handlers =
        Pattern.compile("^ +Handler: (\\S+)$", Pattern.MULTILINE)
            .matcher(Files.readString(Options.project().resolve("template.yaml")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(subjects.functions()).extracting(Subject::handler).containsAll(handlers);
  }

  @TestFactory
  Stream<DynamicTest> and_then_answers_as_it_should() {
    Start start = new Start(List.of(), work);
    return subjects.functions().stream()
        .map(
            function ->
                DynamicTest.dynamicTest(
                    function.name(),
                    () ->
                        assertThatNoException()
                            .isThrownBy(() -> start.toFirstAnswer(function, true))));
  }
}
