package twiza.local;

import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import twiza.http.Routed;

/** Runs the whole system of {@code template.yaml} in this JVM, until Ctrl-C. */
public final class LocalRunner {
  private LocalRunner() {}

  /** Takes its options from the system properties {@code twiza.port, .data, .demo}. */
  public static void main(String[] arguments) throws Exception {
    Options options = Options.ofSystem();
    try {
      RunningSystem system = start(options);
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(system, stopped)));
      if (options.demo()) {
        new Demo(system).fillEmptyBank();
      }
      say("Twiza is running:");
      say("  site     " + system.baseUrl() + "/");
      say("  mailbox  " + system.baseUrl() + "/local/");
      say("  data     " + options.data());
      say("Ctrl-C stops it.");
      stopped.await();
    } catch (IllegalStateException | BindException e) {
      say("Twiza cannot run: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Starts the system and returns when it answers.
   *
   * @throws IllegalStateException naming what the template has and the code lacks, or the reverse
   */
  public static RunningSystem start(Options options) throws Exception {
    return start(options, LocalRunner::declaredRoutes);
  }

  static RunningSystem start(
      Options options, Function<Object, Optional<Set<String>>> declaredRoutes) throws Exception {
    logTo(options.data());
    return RunningSystem.start(options, declaredRoutes);
  }

  /** The routes that a handler says it answers. */
  private static Optional<Set<String>> declaredRoutes(Object handler) {
    return handler instanceof Routed routed ? Optional.of(routed.routeKeys()) : Optional.empty();
  }

  private static void logTo(Path data) {
    System.setProperty("twiza.logs", data.resolve("logs").toString());
    if (System.getProperty("log4j2.configurationFile") == null) {
      System.setProperty("log4j2.configurationFile", "classpath:twiza/local/log4j2.xml");
    }
  }

  private static void close(RunningSystem system, CountDownLatch stopped) {
    system.close();
    say("Twiza has stopped.");
    stopped.countDown();
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
