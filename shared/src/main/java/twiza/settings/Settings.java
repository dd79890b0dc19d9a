package twiza.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import twiza.place.Language;

/**
 * What whoever runs the system may change while it runs: the value of one parameter, as JSON.
 *
 * @param siteUrl address of the site, without a slash at its end
 * @param moderators {@code <region> <address> <language tag>}, separated by commas
 */
public record Settings(String siteUrl, String moderators, Mail mail, Limits limits) {

  /** How mail leaves. */
  public enum Transport {
    SES,
    SMTP
  }

  /**
   * @param from the sender, as {@code Name <address>}
   * @param host of the SMTP server, with its port; unused with SES
   * @param credentials name of a secret with {@code username} and {@code password}; empty for none
   */
  public record Mail(
      Transport transport,
      String from,
      String host,
      int port,
      boolean startTls,
      String credentials) {}

  /**
   * @param contactPerHour submissions from one contact before they are flagged and slowed
   * @param sourcePerHour the same from one network address
   * @param refuseFactor how many times that before they are refused
   * @param slowSeconds how long the mail for a flagged submission waits, at most 900
   */
  public record Limits(int contactPerHour, int sourcePerHour, int refuseFactor, int slowSeconds) {

    public Duration slow() {
      return Duration.ofSeconds(Math.clamp(slowSeconds, 0, 900));
    }
  }

  /**
   * Read one by one: binding them to the records takes a cold start longer than all of this.
   *
   * @throws IllegalArgumentException when the transport is none
   */
  static Settings of(JsonNode json) {
    return new Settings(
        json.path("siteUrl").asText(),
        json.path("moderators").asText(),
        mail(json.path("mail")),
        limits(json.path("limits")));
  }

  private static Mail mail(JsonNode json) {
    return new Mail(
        Transport.valueOf(json.path("transport").asText(Transport.SES.name())),
        json.path("from").asText(),
        json.path("host").asText(),
        json.path("port").asInt(),
        json.path("startTls").asBoolean(),
        json.path("credentials").asText());
  }

  private static Limits limits(JsonNode json) {
    return new Limits(
        json.path("contactPerHour").asInt(),
        json.path("sourcePerHour").asInt(),
        json.path("refuseFactor").asInt(),
        json.path("slowSeconds").asInt());
  }

  /** One entry of {@link #moderators()}. */
  public record Entry(String region, String email, Language language) {}

  public List<Entry> moderatorEntries() {
    return Arrays.stream(moderators.split(",", -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .map(Settings::entry)
        .toList();
  }

  private static Entry entry(String text) {
    String[] parts = text.split("\\s+", -1);
    if (parts.length != 3) {
      throw new IllegalStateException("a moderator is <region> <address> <language>");
    }
    return new Entry(parts[0], parts[1], Language.ofTag(parts[2]).orElse(Language.FR));
  }
}
