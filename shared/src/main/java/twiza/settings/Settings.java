package twiza.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Period;
import twiza.idea.Patience;
import twiza.uptake.Terms;

/**
 * What whoever runs the system may change while it runs: the value of one parameter, as JSON.
 *
 * @param siteUrl address of the site, without a slash at its end
 * @param adminEmail address of the first admin, who lets in all others
 * @param patience how long an idea may wait for a moderator; days, in the parameter
 * @param uptake how long things may take when somebody wants to build an idea; days and months, in
 *     the parameter
 */
public record Settings(
    String siteUrl, String adminEmail, Mail mail, Limits limits, Patience patience, Terms uptake) {

  private static final int REMIND_AFTER_DAYS = 3;
  private static final int ESCALATE_AFTER_DAYS = 7;

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
        json.path("adminEmail").asText(),
        mail(json.path("mail")),
        limits(json.path("limits")),
        patience(json.path("moderation")),
        terms(json.path("uptake")));
  }

  private static Terms terms(JsonNode json) {
    Terms usual = Terms.USUAL;
    return new Terms(
        days(json, "remindAfterDays", usual.remind()),
        days(json, "callAfterDays", usual.call()),
        days(json, "releaseAfterDays", usual.release()),
        days(json, "reservationDays", usual.reservation()),
        Period.ofMonths(json.path("followUpMonths").asInt(usual.followUp().getMonths())));
  }

  private static Duration days(JsonNode json, String name, Duration usual) {
    return Duration.ofDays(json.path(name).asLong(usual.toDays()));
  }

  private static Patience patience(JsonNode json) {
    return new Patience(
        Duration.ofDays(json.path("remindAfterDays").asInt(REMIND_AFTER_DAYS)),
        Duration.ofDays(json.path("escalateAfterDays").asInt(ESCALATE_AFTER_DAYS)));
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
}
