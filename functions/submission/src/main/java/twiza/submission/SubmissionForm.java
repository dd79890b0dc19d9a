package twiza.submission;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import twiza.http.ContactForm;
import twiza.http.Input;
import twiza.idea.Author;
import twiza.idea.Consented;
import twiza.idea.Contact;
import twiza.idea.Flag;
import twiza.idea.Presentation;
import twiza.idea.Sheet;
import twiza.idea.Source;
import twiza.place.Language;
import twiza.place.Places;

/** A submission as it was sent, or as staff entered it, all of it valid. */
record SubmissionForm(
    Sheet sheet,
    Author.Kind kind,
    String name,
    Contact contact,
    Language language,
    Optional<Author.Gender> gender,
    Optional<Author.AgeBand> ageBand,
    Presentation presentation,
    Origin origin,
    Optional<RoundWish> round) {

  private static final long FASTEST_MILLIS = 3_000;

  /**
   * How it came in.
   *
   * @param flags what the form itself gives away about who filled it in
   */
  record Origin(Source source, Consented consented, Set<Flag> flags) {}

  /** From where staff enter a single idea. */
  private enum Entered {
    PAPER,
    PHONE
  }

  /**
   * Its author sends it.
   *
   * @throws twiza.http.Problem 422 with everything that is wrong
   */
  static SubmissionForm online(Input input, Places places) {
    return read(input, places, SubmissionForm::online);
  }

  /**
   * Staff enter it for its author.
   *
   * @throws twiza.http.Problem 422 with everything that is wrong
   */
  static SubmissionForm entered(Input input, Places places) {
    return read(input, places, SubmissionForm::entered);
  }

  /**
   * It stands in a row of a file, whose cells have the names of the fields.
   *
   * @throws twiza.http.Problem 422 with everything that is wrong
   */
  static SubmissionForm imported(Input row, Places places) {
    return read(row, places, SubmissionForm::imported);
  }

  private static SubmissionForm read(
      Input input, Places places, Function<Input, Origin> readOrigin) {
    Sheet sheet = new SheetForm(places).read(input);
    Author.Kind kind = input.requiredChoice("author.kind", Author.Kind.class);
    String name = input.line("author.name", 1, 120);
    Optional<Contact> contact = ContactForm.read(input, "author.");
    Optional<Language> language = language(input);
    Optional<Author.Gender> gender = input.choice("author.gender", Author.Gender.class);
    Optional<Author.AgeBand> ageBand = input.choice("author.ageBand", Author.AgeBand.class);
    Presentation presentation = presentation(input);
    Origin origin = readOrigin.apply(input);
    Optional<RoundWish> round =
        origin.source() == Source.ONLINE ? RoundWish.read(input) : Optional.empty();
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
        origin,
        round);
  }

  /** Sent in the room of a live round. */
  SubmissionForm inRoom() {
    return new SubmissionForm(
        sheet,
        kind,
        name,
        contact,
        language,
        gender,
        ageBand,
        presentation,
        new Origin(Source.ROOM, origin.consented(), origin.flags()),
        round);
  }

  private static Origin online(Input input) {
    input.mustBeTrue("consent");
    input.mustBeTrue("adult");
    return new Origin(Source.ONLINE, Consented.ONLINE, flags(input));
  }

  /** Consent may be missing: then nothing is published before a call has recorded it. */
  private static Origin entered(Input input) {
    Entered from = input.requiredChoice("source", Entered.class);
    boolean consents = input.flag("consent", false);
    input.mustBeTrue("adult");
    Source source = from == Entered.PAPER ? Source.PAPER : Source.PHONE;
    Consented given = from == Entered.PAPER ? Consented.PAPER : Consented.PHONE;
    return new Origin(source, consents ? given : Consented.NONE, Set.of());
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
   * @param agreed version of the terms agreed to; empty without a recorded consent
   */
  Author author(Set<String> credentials, String agreed, Instant now) {
    return new Author(
        kind,
        name,
        contact,
        language,
        gender,
        ageBand,
        new Author.Consent(agreed, language, now, origin.consented()),
        credentials,
        new Author.Confirmation(1, 0),
        Optional.empty());
  }

  private static Origin imported(Input row) {
    Consented consented = row.choice("consent", Consented.class).orElse(Consented.NONE);
    return new Origin(Source.IMPORT, consented, Set.of());
  }

  boolean hasConsent() {
    return origin.consented() != Consented.NONE;
  }

  /** What makes two submissions the same: the text and the contact. */
  String content() {
    return sheet + " " + contact;
  }
}
