package twiza.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.Optional;
import twiza.event.Mails;

/**
 * One mail to one recipient about one event: the body of a queue message. Ids only.
 *
 * @param aggregate such as {@code IDEA#<id>}
 * @param event such as {@code EVENT#0000000002}
 * @param kind of the event
 * @param recipient {@code AUTHOR}, {@code NEW_ADDRESS}, {@code STAFF#<id>}, {@code IDEA#<id>},
 *     {@code JUROR#<id>} or {@code PARTY#<id>}
 */
record Errand(String aggregate, String event, String kind, String recipient) {

  static final String AUTHOR = "AUTHOR";
  static final String NEW_ADDRESS = "NEW_ADDRESS";
  static final String ROUND_PUBLISHED = "ROUND_PUBLISHED";
  static final String LINKS_ASKED = "LINKS_ASKED";
  static final String DIGEST_DUE = "DIGEST_DUE";
  static final String SIGN_IN_ASKED = "SIGN_IN_ASKED";
  static final String STAFF_ADDED = "STAFF_ADDED";

  /** The name of the tag that a mail of this errand carries through SES. */
  static final String TAG = "errand";

  private static final String STAFF = "STAFF#";
  private static final String ROUND = "ROUND#";
  private static final String IDEA = "IDEA#";
  private static final String JUROR = "JUROR#";
  private static final String PARTY = "PARTY#";
  private static final String UPTAKE = "#UPTAKE#";

  /** Stands in no part of an errand. */
  private static final String BETWEEN = " ";

  private static final ObjectMapper JSON = new ObjectMapper();

  static String toMember(String id) {
    return STAFF + id;
  }

  /** About a round, to the author of an idea in it. */
  static String toAuthor(String idea) {
    return IDEA + idea;
  }

  /** About a round, to one of its jury. */
  static String toJuror(String id) {
    return JUROR + id;
  }

  /** About an idea that is to be built, to whoever asked for it. */
  static String toParty(String interest) {
    return PARTY + interest;
  }

  /** Whether it is about those who want to build an idea. */
  boolean isOfUptake() {
    return event.contains(UPTAKE);
  }

  /** The id of the interest of whom it goes to. */
  Optional<String> party() {
    return recipient.startsWith(PARTY)
        ? Optional.of(recipient.substring(PARTY.length()))
        : Optional.empty();
  }

  /** The version after the event, of the idea or of those who want to build it. */
  long ownVersion() {
    return Long.parseLong(event.substring(event.lastIndexOf('#') + 1));
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #body()} wrote
   */
  static Errand parse(String body) {
    try {
      JsonNode errand = JSON.readTree(body);
      return new Errand(
          part(errand, "aggregate"),
          part(errand, "event"),
          part(errand, "kind"),
          part(errand, "recipient"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an errand is not readable", e);
    }
  }

  private static String part(JsonNode errand, String name) {
    if (!errand.path(name).isTextual()) {
      throw new IllegalArgumentException("an errand lacks a part");
    }
    return errand.path(name).textValue();
  }

  String body() {
    return JSON.createObjectNode()
        .put("aggregate", aggregate)
        .put("event", event)
        .put("kind", kind)
        .put("recipient", recipient)
        .toString();
  }

  /** In the letters that SES allows in a tag, of which there may be 256. */
  String tag() {
    String parts = String.join(BETWEEN, aggregate, event, kind, recipient);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(UTF_8));
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #tag()} wrote
   */
  static Errand ofTag(String tag) {
    String[] parts = new String(Base64.getUrlDecoder().decode(tag), UTF_8).split(BETWEEN, -1);
    if (parts.length != Errand.class.getRecordComponents().length) {
      throw new IllegalArgumentException("an errand lacks a part");
    }
    return new Errand(parts[0], parts[1], parts[2], parts[3]);
  }

  /** Whether it is about a round, or its jury. */
  boolean isOfRound() {
    return aggregate.startsWith(ROUND);
  }

  /** The mail that this errand is about, however often it is queued. */
  Mails.Mail mail() {
    return new Mails.Mail(aggregate + "#" + event, recipient);
  }

  /** The aggregate's id, without its kind. */
  String id() {
    return aggregate.substring(aggregate.indexOf('#') + 1);
  }

  /** The version of the idea after the event. */
  long version() {
    return Long.parseLong(event.substring(event.indexOf('#') + 1));
  }

  /** The id of the idea in a round whose author it goes to. */
  Optional<String> entrant() {
    return recipient.startsWith(IDEA)
        ? Optional.of(recipient.substring(IDEA.length()))
        : Optional.empty();
  }

  /** The id of the juror of a round whom it goes to. */
  Optional<String> juror() {
    return recipient.startsWith(JUROR)
        ? Optional.of(recipient.substring(JUROR.length()))
        : Optional.empty();
  }

  /** The id of the member of staff it goes to. */
  Optional<String> member() {
    return recipient.startsWith(STAFF)
        ? Optional.of(recipient.substring(STAFF.length()))
        : Optional.empty();
  }
}
