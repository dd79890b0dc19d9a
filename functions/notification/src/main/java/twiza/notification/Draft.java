package twiza.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import twiza.idea.Author;
import twiza.place.Language;
import twiza.place.Region;
import twiza.text.Formats;
import twiza.text.Messages;

/** A letter while it is written, in the language of its reader. */
final class Draft {

  private final String to;
  private final Language language;
  private final Messages messages;
  private final List<Letter.Block> blocks = new ArrayList<>();

  Draft(String to, Language language) {
    this.to = to;
    this.language = language;
    this.messages = Messages.in(language);
  }

  Language language() {
    return language;
  }

  /** The language the sentences are really in, and so the names of places. */
  Language textLanguage() {
    return messages.textLanguage();
  }

  Formats formats() {
    return Formats.in(language);
  }

  String text(String key, Object... namesAndValues) {
    return messages.text(key, namesAndValues);
  }

  /** Greets somebody whose name is known to be theirs. */
  Draft greet(Author author) {
    return greet(author.name());
  }

  Draft greet(String name) {
    return paragraph("mail.greeting.name", "name", Isolated.of(name));
  }

  /** Greets whoever reads. */
  Draft greet() {
    return paragraph("mail.greeting");
  }

  Draft paragraph(String key, Object... namesAndValues) {
    return add(new Letter.Paragraph(text(key, namesAndValues)));
  }

  Draft heading(String text) {
    return add(new Letter.Heading(text));
  }

  Draft quote(String label, String text) {
    return add(new Letter.Quote(label, text));
  }

  /** The reason that a moderator gave. */
  Draft reason(String reason) {
    return reason.isBlank() ? this : quote(text("mail.reason"), reason);
  }

  Draft facts(List<Letter.Fact> facts) {
    return add(new Letter.Facts(List.copyOf(facts)));
  }

  Draft fact(String labelKey, String value) {
    return facts(List.of(new Letter.Fact(text(labelKey), value)));
  }

  Draft code(String labelKey, String code) {
    return add(new Letter.Code(text(labelKey), code));
  }

  /** What the reader is expected to press. */
  Draft button(String labelKey, String address) {
    return add(new Letter.Link(text(labelKey), address, true));
  }

  Draft link(String labelKey, String address) {
    return add(new Letter.Link(text(labelKey), address, false));
  }

  private Draft add(Letter.Block block) {
    blocks.add(block);
    return this;
  }

  /**
   * A letter that only tells something.
   *
   * @param key under which the catalogue has its {@code subject} and {@code heading}
   */
  Letter notice(String key, Optional<Region> region, Object... namesAndValues) {
    return letter(true, key, region, namesAndValues);
  }

  /** A letter that somebody asked for. */
  Letter answer(String key, Optional<Region> region, Object... namesAndValues) {
    return letter(false, key, region, namesAndValues);
  }

  private Letter letter(
      boolean notice, String key, Optional<Region> region, Object... namesAndValues) {
    return new Letter(
        to,
        messages,
        notice,
        region.map(r -> r.contact().email()).filter(email -> !email.isEmpty()),
        text(key + ".subject", namesAndValues),
        text(key + ".heading"),
        List.copyOf(blocks),
        footer(region));
  }

  private List<String> footer(Optional<Region> region) {
    List<String> lines = new ArrayList<>();
    lines.add(text("site.name") + " · " + text("site.tagline"));
    region.ifPresent(
        r -> {
          lines.add(text("site.delegation", "region", r.name().in(messages.textLanguage())));
          if (!r.contact().phone().isEmpty()) {
            lines.add(text("footer.phone", "value", r.contact().phone()));
          }
          if (!r.contact().email().isEmpty()) {
            lines.add(text("footer.email", "value", r.contact().email()));
          }
        });
    lines.add(text("mail.automatic"));
    return lines;
  }
}
