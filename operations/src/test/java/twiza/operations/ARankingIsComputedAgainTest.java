package twiza.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that the desk gave out once: five jurors, of whom one gave everybody the same, and eight
 * ideas, of which nobody marked one. Whatever becomes of the engine, it must make the same of them
 * as long as it has the same version.
 */
class ARankingIsComputedAgainTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  @TempDir private Path folder;
  private Path ranking;
  private Path reviews;

  @BeforeEach
  void takeAway() throws IOException {
    ranking = copy("ranking.json");
    reviews = copy("reviews.json");
  }

  private Path copy(String name) throws IOException {
    Path file = folder.resolve(name);
    try (var source = getClass().getResourceAsStream(name)) {
      Files.copy(source, file);
    }
    return file;
  }

  private boolean isTheSame() throws IOException {
    return RankAgain.run(List.of(ranking.toString(), reviews.toString()), out);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static void change(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replaceFirst(before, after));
  }

  @Test
  void and_is_the_same_to_the_last_bit() throws IOException {
    assertThat(isTheSame()).isTrue();
    assertThat(said())
        .contains("engine twiza-ranking/1", "1. 01JTWZ", "7. 01JTWZ", "The same as in the files")
        .doesNotContain("8. ");
  }

  @Test
  void or_it_says_what_differs() throws IOException {
    change(ranking, "\"winners\" : 1", "\"winners\" : 2");
    assertThat(isTheSame()).isFalse();
    assertThat(said()).contains("NOT the same as in the files", "inputs", "standings");
  }

  @Test
  void marks_that_lie_in_two_files_count_together() throws IOException {
    List<String> lines = Files.readAllLines(reviews);
    int half = lines.size() / 2;
    Path one = folder.resolve("one.json");
    Path other = folder.resolve("other.json");
    String last = lines.get(half).replaceFirst(",$", "");
    Files.writeString(one, String.join("\n", lines.subList(0, half)) + "\n" + last + "]}");
    Files.writeString(
        other,
        String.join("\n", lines.subList(0, 2))
            + "\n"
            + String.join("\n", lines.subList(half + 1, lines.size())));
    assertThat(RankAgain.run(List.of(ranking.toString(), one.toString(), other.toString()), out))
        .isTrue();
    assertThat(RankAgain.run(List.of(ranking.toString(), one.toString()), out)).isFalse();
  }

  @Test
  void what_is_no_such_file_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankAgain.run(List.of(ranking.toString()), out));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankAgain.run(List.of(reviews.toString(), ranking.toString()), out));
  }
}
