package twiza.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Starts an unpacked zip in a process of its own, under the runtime interface client of Lambda. */
final class Start {

  private static final String RUNTIME =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** What Lambda has on the class path before a function's own libraries. */
  private static final List<String> RUNTIME_JARS =
      List.of(
          "aws-lambda-java-runtime-interface-client",
          "aws-lambda-java-core",
          "aws-lambda-java-serialization",
          "utils-lite");

  private final List<String> command = new ArrayList<>();
  private final Path logs;

  /**
   * @param options of the JVM, the same for all
   */
  Start(List<String> options, Path logs) {
    this.logs = logs;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.addAll(List.of("-cp", runtime(), RUNTIME));
  }

  /**
   * How long it took.
   *
   * @param computed CPU time of the process by then, which other work on the machine hardly changes
   */
  record Taken(Duration time, Duration computed) {}

  private static String runtime() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(
            jar ->
                RUNTIME_JARS.stream().anyMatch(Path.of(jar).getFileName().toString()::startsWith))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * @param snapshot whether it is primed and restored first, as with SnapStart
   * @return from the start of the process, or from its restore, to its first answer
   */
  Taken toFirstAnswer(Subject subject, boolean snapshot) {
    byte[] event = subject.event().get().getBytes(UTF_8);
    try (RuntimeApi api = new RuntimeApi(event)) {
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
      builder.command().add(subject.handler());
      builder.directory(subject.folder().toFile());
      builder.redirectErrorStream(true).redirectOutput(log(subject).toFile());
      builder.environment().putAll(environment(subject, api, snapshot));
      long start = System.nanoTime();
      Process process = builder.start();
      var _ = process.onExit().thenRun(api::nobodyAnswers);
      try {
        RuntimeApi.Answer answer = api.answer().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        check(subject, answer);
        Duration computed = process.info().totalCpuDuration().orElse(Duration.ZERO);
        long from = snapshot ? answer.restoredAt() : start;
        return new Taken(Duration.ofNanos(answer.at() - from), computed);
      } finally {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(subject.name() + " failed:\n" + said(subject), e);
    }
  }

  private Path log(Subject subject) {
    return logs.resolve(subject.name().replaceAll("\\W+", "-") + ".log");
  }

  private String said(Subject subject) {
    try {
      return Files.readString(log(subject));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> environment(
      Subject subject, RuntimeApi api, boolean snapshot) {
    Map<String, String> environment = new HashMap<>(subject.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "bench");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", snapshot ? "snap-start" : "on-demand");
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    return environment;
  }

  private static void check(Subject subject, RuntimeApi.Answer answer) {
    if (answer.isError() || !answer.body().contains(subject.expected())) {
      throw new IllegalStateException(subject.name() + " answered " + answer.body());
    }
  }

  static Path unpack(Path zip, Path into) {
    try (ZipInputStream stream = new ZipInputStream(Files.newInputStream(zip))) {
      ZipEntry entry = stream.getNextEntry();
      while (entry != null) {
        Path target = into.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(target.getParent());
          Files.copy(stream, target);
        }
        entry = stream.getNextEntry();
      }
      return into;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
