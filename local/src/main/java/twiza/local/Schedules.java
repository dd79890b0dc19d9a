package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import twiza.local.FunctionDefinition.ScheduleSource;

/**
 * Fires the template's schedules on the local clock. Firings that were missed, because the clock
 * jumped or the runner was down, become one.
 */
final class Schedules {
  private static final Logger LOG = LogManager.getLogger(Schedules.class);

  private final Map<String, ScheduleSource> sources = new LinkedHashMap<>();
  private final Map<String, LoadedFunction> functions = new LinkedHashMap<>();
  private final Map<String, Instant> fired = new LinkedHashMap<>();
  private final InstantSource clock;
  private final Path file;
  private final BiConsumer<LoadedFunction, byte[]> failures;

  /**
   * @param file keeps when each schedule fired last
   * @param failures takes a function that failed and its event
   */
  Schedules(
      Functions functions,
      InstantSource clock,
      Path file,
      BiConsumer<LoadedFunction, byte[]> failures) {
    this.clock = clock;
    this.file = file;
    this.failures = failures;
    Instant now = clock.instant();
    for (LoadedFunction function : functions.all()) {
      for (ScheduleSource source : function.definition().schedules()) {
        sources.put(source.name(), source);
        this.functions.put(source.name(), function);
        fired.put(source.name(), now);
      }
    }
    read();
  }

  Set<String> names() {
    return sources.keySet();
  }

  /** When a schedule fires next. */
  synchronized Instant next(String name) {
    return sources.get(name).expression().next(fired.get(name));
  }

  /** Fires what is due and returns when its functions have. */
  synchronized void fireDue() {
    for (String name : sources.keySet()) {
      if (!next(name).isAfter(clock.instant())) {
        fired.put(name, clock.instant());
        write();
        fireOrReport(name);
      }
    }
  }

  private void fireOrReport(String name) {
    byte[] event = event(name);
    try {
      functions.get(name).invoke(event);
    } catch (RuntimeException | Error e) {
      LOG.error("{} failed", functions.get(name).definition().id(), e);
      failures.accept(functions.get(name), event);
    }
  }

  /** Fires a schedule now; what its function throws comes out. */
  void fire(String name) {
    functions.get(name).invoke(event(name));
  }

  private byte[] event(String name) {
    return sources.get(name).input().map(it -> it.getBytes(UTF_8)).orElseGet(() -> standard(name));
  }

  private byte[] standard(String name) {
    ObjectNode event = Json.object();
    event.put("version", "0").put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event").put("source", "aws.scheduler");
    event.put("account", Template.ACCOUNT).put("time", clock.instant().toString());
    event.put("region", Template.REGION);
    event.putArray("resources").add("arn:aws:scheduler:::schedule/default/" + name);
    return Json.bytes(event.put("detail", "{}"));
  }

  private void read() {
    try {
      if (Files.exists(file)) {
        for (var entry : Json.read(Files.readAllBytes(file)).properties()) {
          fired.computeIfPresent(
              entry.getKey(), (name, now) -> Instant.parse(entry.getValue().asText()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    ObjectNode all = Json.object();
    fired.forEach((name, at) -> all.put(name, at.toString()));
    WholeFile.write(file, Json.prettyBytes(all));
  }
}
