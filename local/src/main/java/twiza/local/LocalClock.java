package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The real time plus an offset that only grows and is kept in a file. */
public final class LocalClock implements InstantSource {
  private final InstantSource real;
  private final Path file;
  private volatile Duration offset;

  LocalClock(InstantSource real, Path file) {
    this.real = real;
    this.file = file;
    this.offset = read(file);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(offset);
  }

  /**
   * Moves the clock on.
   *
   * @throws IllegalArgumentException when the duration is negative: the clock never goes back
   */
  public synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("The clock never goes back.");
    }
    offset = offset.plus(duration);
    write();
  }

  /**
   * Moves the clock to an instant.
   *
   * @throws IllegalArgumentException when the instant has passed: the clock never goes back
   */
  public synchronized void moveTo(Instant instant) {
    advance(Duration.between(instant(), instant));
  }

  Duration offset() {
    return offset;
  }

  private static Duration read(Path file) {
    try {
      return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    WholeFile.write(file, (offset + "\n").getBytes(UTF_8));
  }
}
