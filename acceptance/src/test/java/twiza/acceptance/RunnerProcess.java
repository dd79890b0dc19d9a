package twiza.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The runner as {@code mvn -Prun} starts it, in a process of its own, so that it can be killed. */
final class RunnerProcess implements AutoCloseable {

  private final Process process;
  private final Path data;
  private final CompletableFuture<URI> address = new CompletableFuture<>();

  private RunnerProcess(Process process, Path data) {
    this.process = process;
    this.data = data;
  }

  /** Starts it and returns when it says that it runs. */
  static RunnerProcess start(Path data, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-Dtwiza.port=0", "-Dtwiza.data=" + data));
    command.addAll(List.of(options));
    command.addAll(List.of("-classpath", classPath(), "twiza.local.LocalRunner"));
    Files.createDirectories(data);
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(console(data).toFile()))
            .start();
    RunnerProcess runner = new RunnerProcess(process, data);
    Thread.ofVirtual().start(runner::listen);
    runner.address.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
    return runner;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** What it printed for whoever started it. */
  static Path console(Path data) {
    return data.resolve("console.txt");
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Files.writeString(
            console(data), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (line.strip().startsWith("site ")) {
          address.complete(URI.create(line.strip().substring("site ".length()).strip()));
        }
      }
      address.completeExceptionally(
          new IllegalStateException("it ended: " + Files.readString(console(data))));
    } catch (IOException e) {
      address.completeExceptionally(new UncheckedIOException(e));
    }
  }

  Station station() {
    return new Station(address.join());
  }

  /** Ends it as a power cut does: nothing more is written, nobody is told. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
