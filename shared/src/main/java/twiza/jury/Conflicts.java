package twiza.jury;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.idea.Contact;
import twiza.place.Language;

/**
 * The rule by which a juror is kept from an idea. Two people share an organisation when both name
 * the same, however it is spaced and capitalised, or when their mail comes from the same domain;
 * domains that are open to everybody tell nothing.
 */
public final class Conflicts {

  /**
   * What is known of a juror.
   *
   * @param email empty when nobody knows any more who it was
   * @param organisation as the juror named it; may be blank
   * @param reads the languages the juror reads
   * @param declared conflicts that the juror told, by the id of the idea
   */
  public record Reader(
      Optional<Contact.Email> email,
      String organisation,
      Set<Language> reads,
      Map<String, Conflict> declared) {

    public Reader {
      organisation = compared(organisation);
      reads = Set.copyOf(reads);
      declared = Map.copyOf(declared);
    }
  }

  /**
   * What is known of an entry of the round.
   *
   * @param contact the author's; empty when nobody knows any more whose it is
   * @param organisation on whose behalf it was submitted; blank for a person's own
   */
  public record Entered(
      String idea, Language language, Optional<Contact> contact, String organisation) {

    public Entered {
      organisation = compared(organisation);
    }
  }

  private final MailDomains openToEverybody;

  public Conflicts(MailDomains openToEverybody) {
    this.openToEverybody = openToEverybody;
  }

  /** The first conflict in the order of their declaration, if there is any. */
  public Optional<Conflict> between(Reader reader, Entered idea) {
    if (isOwn(reader, idea)) {
      return Optional.of(Conflict.OWN_IDEA);
    }
    if (sharesOrganisation(reader, idea)) {
      return Optional.of(Conflict.SAME_ORGANISATION);
    }
    if (reader.declared().containsKey(idea.idea())) {
      return Optional.of(reader.declared().get(idea.idea()));
    }
    return reader.reads().contains(idea.language())
        ? Optional.empty()
        : Optional.of(Conflict.LANGUAGE);
  }

  private static boolean isOwn(Reader reader, Entered idea) {
    return reader
        .email()
        .filter(email -> idea.contact().filter(it -> isTheSame(it, email)).isPresent())
        .isPresent();
  }

  private static boolean isTheSame(Contact one, Contact other) {
    return one.value().equalsIgnoreCase(other.value());
  }

  private boolean sharesOrganisation(Reader reader, Entered idea) {
    if (!reader.organisation().isEmpty() && reader.organisation().equals(idea.organisation())) {
      return true;
    }
    return idea.contact().orElse(null) instanceof Contact.Email email
        && reader.email().map(Conflicts::domain).equals(Optional.of(domain(email)))
        && !openToEverybody.has(domain(email));
  }

  private static String domain(Contact.Email email) {
    return email.value().substring(email.value().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  private static String compared(String organisation) {
    return Normalizer.normalize(organisation, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
