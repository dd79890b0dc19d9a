package twiza.interests;

import java.util.Optional;
import java.util.Set;
import twiza.http.ContactForm;
import twiza.http.Input;
import twiza.idea.Contact;
import twiza.place.Language;
import twiza.place.Places;
import twiza.uptake.Interest;
import twiza.uptake.Party;

/**
 * What somebody says who wants to build an idea, all of it valid.
 *
 * @param flagged whether the form gives away a machine
 */
record InterestForm(
    Interest.Kind kind,
    String organisation,
    String number,
    String name,
    Contact contact,
    Language language,
    String province,
    int members,
    String why,
    boolean flagged) {

  private static final long FASTEST_MILLIS = 3_000;
  private static final int MOST_MEMBERS = 10_000;

  /** Who wants it; an author says so elsewhere. */
  private enum Kind {
    COOPERATIVE,
    GROUP
  }

  /**
   * @throws twiza.http.Problem 422 with everything that is wrong
   */
  static InterestForm read(Input input, Places places) {
    Kind kind = input.requiredChoice("party.kind", Kind.class);
    boolean registered = kind == Kind.COOPERATIVE;
    String organisation = input.line("party.organisation", registered ? 2 : 0, 120);
    String number = input.line("party.number", registered ? 1 : 0, 40);
    String name = input.line("party.name", 1, 120);
    Optional<Contact> contact = ContactForm.read(input, "party.");
    Optional<Language> language = language(input);
    String province = province(input, places);
    long members = input.amount("party.members", 1, MOST_MEMBERS).orElse(1);
    String why = input.text("party.why", 20, 1_000);
    input.mustBeTrue("party.consent");
    boolean flagged = isMachine(input);
    NoContact.in(input, "party.organisation", organisation);
    NoContact.in(input, "party.why", why);
    input.finish();
    return new InterestForm(
        Interest.Kind.valueOf(kind.name()),
        organisation,
        registered ? number : "",
        name,
        contact.orElseThrow(),
        language.orElseThrow(),
        province,
        (int) members,
        why,
        flagged);
  }

  static String province(Input input, Places places) {
    String code = input.line("province", 1, 20);
    if (!code.isEmpty() && places.province(code).isEmpty()) {
      input.refuse("province", "UNKNOWN_CODE");
    }
    return code;
  }

  private static Optional<Language> language(Input input) {
    String tag = input.line("party.language", 1, 10);
    Optional<Language> language = Language.ofTag(tag);
    if (!tag.isEmpty() && language.isEmpty()) {
      input.refuse("party.language", "UNKNOWN_CODE");
    }
    return language;
  }

  private static boolean isMachine(Input input) {
    boolean honeypot = input.has("website");
    long elapsed = input.amount("elapsed", 0, Long.MAX_VALUE).orElse(FASTEST_MILLIS);
    return honeypot || elapsed < FASTEST_MILLIS;
  }

  Party party(Set<String> credentials) {
    return new Party(
        Optional.of(new Party.Person(organisation, number, name, contact, language, why)),
        credentials,
        0,
        "");
  }

  /** What makes two the same. */
  String content(String idea) {
    return idea + " " + kind + " " + organisation + " " + province + " " + why + " " + contact;
  }
}
