package twiza.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.StringJoiner;
import twiza.place.Language;

/**
 * Dates, numbers and money as a reader of one language writes them, the same in page and mail.
 * Month names, separators and patterns come from the message catalogue, digits are Western, and the
 * clock on the wall is Morocco's.
 */
public final class Formats {

  public static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final int HUNDREDTHS = 2;

  private static final int SECONDS_AN_HOUR = 3600;

  private static final Instant OFFSETS_FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant OFFSETS_TO = Instant.parse("2040-01-01T00:00:00Z");

  private final Messages messages;

  private Formats(Messages messages) {
    this.messages = messages;
  }

  public static Formats in(Language language) {
    return of(Messages.in(language));
  }

  public static Formats of(Messages messages) {
    return new Formats(messages);
  }

  /** Day, month by name, year. */
  public String date(Instant instant) {
    ZonedDateTime local = instant.atZone(ZONE);
    return messages.text(
        "format.date",
        "day",
        local.getDayOfMonth() == 1 ? messages.text("format.firstDay") : local.getDayOfMonth(),
        "month",
        messages.text("month." + local.getMonthValue()),
        "year",
        local.getYear());
  }

  /** Month by name, year. */
  public String month(Instant instant) {
    ZonedDateTime local = instant.atZone(ZONE);
    return messages.text(
        "format.month",
        "month",
        messages.text("month." + local.getMonthValue()),
        "year",
        local.getYear());
  }

  /** The same as of an instant. */
  public String date(LocalDate date) {
    return date(date.atTime(LocalTime.NOON).atZone(ZONE).toInstant());
  }

  /** The date and the time to the minute, on a clock of 24 hours. */
  public String dateTime(Instant instant) {
    return messages.text(
        "format.dateTime", "date", date(instant), "time", TIME.format(instant.atZone(ZONE)));
  }

  /** The same with the zone it is told in, by which nobody takes a deadline for another hour. */
  public String dateTimeWithZone(Instant instant) {
    return messages.text(
        "format.withZone",
        "dateTime",
        dateTime(instant),
        "offset",
        "UTC+" + ZONE.getRules().getOffset(instant).getTotalSeconds() / SECONDS_AN_HOUR);
  }

  /** A whole number, its thousands set apart. */
  public String number(long number) {
    return grouped(number, messages.text("format.group"));
  }

  static String grouped(long number, String separator) {
    String digits = Long.toString(Math.abs(number));
    StringBuilder grouped = new StringBuilder(number < 0 ? "-" : "");
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        grouped.append(separator);
      }
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }

  /** To the hundredth, as marks are told. */
  public String decimal(double number) {
    String[] parts =
        BigDecimal.valueOf(number)
            .setScale(HUNDREDTHS, RoundingMode.HALF_UP)
            .toPlainString()
            .split("\\.", -1);
    return messages.text("format.decimal", "whole", parts[0], "fraction", parts[1]);
  }

  /** Whole dirhams. */
  public String money(long dirhams) {
    return messages.text("format.money", "amount", number(dirhams));
  }

  public String percent(long percent) {
    return messages.text("format.percent", "amount", percent);
  }

  /**
   * Morocco's clock changes as {@code <epoch second>:<minutes ahead of UTC>} separated by blanks,
   * for scripts: a browser may hold older or newer zone rules than the server, and would then tell
   * another time than the mail does.
   */
  public static String offsets() {
    ZoneRules rules = ZONE.getRules();
    StringJoiner offsets = new StringJoiner(" ");
    Instant at = OFFSETS_FROM;
    while (at != null && at.isBefore(OFFSETS_TO)) {
      offsets.add(at.getEpochSecond() + ":" + rules.getOffset(at).getTotalSeconds() / 60);
      ZoneOffsetTransition next = rules.nextTransition(at);
      at = next == null ? null : next.getInstant();
    }
    return offsets.toString();
  }
}
