package twiza.interests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import twiza.idea.Contact;
import twiza.uptake.Interest;
import twiza.uptake.Registration;

/** What everybody who may see an interest at all sees of it. */
final class InterestJson {

  private InterestJson() {}

  static Map<String, Object> of(Interest it) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("aim", it.aim());
    json.put("kind", it.kind());
    json.put("stage", it.stage());
    json.put("province", it.province());
    json.put("askedAt", it.askedAt());
    json.put("since", it.since());
    json.put("reservedUntil", it.reservedUntil());
    json.put("members", number(it.members()));
    json.put("jobs", number(it.jobs()));
    json.put("registration", it.registration().map(InterestJson::of));
    json.put("unanswered", it.unanswered());
    return json;
  }

  static Map<String, Object> of(Registration registration) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", registration.name());
    json.put("number", registration.number());
    json.put("on", registration.on().toString());
    return json;
  }

  /** One of the two is null. */
  static Map<String, Object> contact(String name, Contact contact) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("email", contact instanceof Contact.Email(String address) ? address : null);
    json.put("phone", contact instanceof Contact.Phone(String number) ? number : null);
    return json;
  }

  static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Integer> number(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }
}
