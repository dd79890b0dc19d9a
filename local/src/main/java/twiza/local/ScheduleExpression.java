package twiza.local;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule fires: {@code rate(5 minutes)} or AWS's {@code cron(0 8 * * ? *)} in a zone. */
sealed interface ScheduleExpression {
  Pattern FORM = Pattern.compile("(rate|cron)\\((.+)\\)");
  Pattern PERIOD = Pattern.compile("(\\d+) +(minute|hour|day)s?");

  /** The first firing after the instant. */
  Instant next(Instant after);

  /** A firing each period. */
  record Rate(Duration period) implements ScheduleExpression {
    @Override
    public Instant next(Instant after) {
      return after.plus(period);
    }
  }

  /** Firings on a calendar. */
  record Cron(ExecutionTime times, ZoneId zone) implements ScheduleExpression {
    @Override
    public Instant next(Instant after) {
      return times
          .nextExecution(after.atZone(zone))
          .orElseThrow(() -> new IllegalStateException("the schedule never fires again"))
          .toInstant();
    }
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when it is neither a rate nor a cron expression
   */
  static ScheduleExpression parse(String text, ZoneId zone) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a schedule: " + text);
    }
    String inside = matcher.group(2).strip();
    return matcher.group(1).equals("rate") ? rate(inside) : cron(inside, zone);
  }

  private static ScheduleExpression rate(String text) {
    Matcher matcher = PERIOD.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a rate: " + text);
    }
    long value = Long.parseLong(matcher.group(1));
    return new Rate(
        switch (matcher.group(2)) {
          case "minute" -> Duration.ofMinutes(value);
          case "hour" -> Duration.ofHours(value);
          default -> Duration.ofDays(value);
        });
  }

  private static ScheduleExpression cron(String text, ZoneId zone) {
    CronParser parser =
        new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
    return new Cron(ExecutionTime.forCron(parser.parse("0 " + text)), zone);
  }
}
