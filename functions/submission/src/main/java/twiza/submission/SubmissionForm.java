package twiza.submission;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import twiza.http.Input;
import twiza.idea.Author;
import twiza.idea.Consented;
import twiza.idea.Contact;
import twiza.idea.Flag;
import twiza.idea.Presentation;
import twiza.idea.Sheet;
import twiza.place.Language;
import twiza.place.Places;

/**
 * A submission as it was sent, all of it valid.
 *
 * @param flags what the form itself gives away about who filled it in
 */
record SubmissionForm(
    Sheet sheet,
    Author.Kind kind,
    String name,
    Contact contact,
    Language language,
    Optional<Author.Gender> gender,
    Optional<Author.AgeBand> ageBand,
    Presentation presentation,
    Set<Flag> flags) {

  private static final long FASTEST_MILLIS = 3_000;

  /**
   * @throws twiza.http.Problem 422 with everything that is wrong
   */
  static SubmissionForm read(Input input, Places places) {
    Sheet sheet = new SheetForm(places).read(input);
    Author.Kind kind = input.requiredChoice("author.kind", Author.Kind.class);
    String name = input.line("author.name", 1, 120);
    Optional<Contact> contact = ContactForm.read(input, "author.");
    Optional<Language> language = language(input);
    Optional<Author.Gender> gender = input.choice("author.gender", Author.Gender.class);
    Optional<Author.AgeBand> ageBand = input.choice("author.ageBand", Author.AgeBand.class);
    Presentation presentation = presentation(input);
    input.mustBeTrue("consent");
    input.mustBeTrue("adult");
    Set<Flag> flags = flags(input);
    input.finish();
    return new SubmissionForm(
        sheet,
        kind,
        name,
        contact.orElseThrow(),
        language.orElseThrow(),
        gender,
        ageBand,
        presentation,
        flags);
  }

  private static Optional<Language> language(Input input) {
    String tag = input.line("author.language", 1, 10);
    Optional<Language> language = Language.ofTag(tag);
    if (!tag.isEmpty() && language.isEmpty()) {
      input.refuse("author.language", "UNKNOWN_CODE");
    }
    return language;
  }

  private static Presentation presentation(Input input) {
    boolean showName = input.flag("showName", false);
    boolean fullSheet = input.flag("fullSheetPublic", !input.isForm());
    return new Presentation(showName, fullSheet);
  }

  private static Set<Flag> flags(Input input) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (input.has("website")) {
      flags.add(Flag.HONEYPOT);
    }
    if (input.amount("elapsed", 0, Long.MAX_VALUE).orElse(FASTEST_MILLIS) < FASTEST_MILLIS) {
      flags.add(Flag.FILLED_TOO_FAST);
    }
    return flags;
  }

  /**
   * @param terms the version agreed to
   */
  Author author(Set<String> credentials, String terms, Instant now) {
    return new Author(
        kind,
        name,
        contact,
        language,
        gender,
        ageBand,
        new Author.Consent(terms, language, now, Consented.ONLINE),
        credentials,
        new Author.Confirmation(1, 0),
        Optional.empty());
  }

  /** What makes two submissions the same: the text and the contact. */
  String content() {
    return sheet + " " + contact;
  }
}
