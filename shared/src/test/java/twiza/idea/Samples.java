package twiza.idea;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import twiza.place.Language;
import twiza.round.Round;
import twiza.round.Via;
import twiza.settings.TestKeys;

/** People and ideas that tests tell their stories with. */
public final class Samples {

  /** A Monday morning. */
  public static final Instant MONDAY = Instant.parse("2026-05-04T09:00:00Z");

  public static final String BENI_MELLAL = "05.091";
  public static final String AZILAL = "05.081";
  public static final String MODERATOR = "M05A";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Samples() {}

  /** An idea of Fatima's, about to be sent on a Monday, with an id and a code of its own. */
  public static Sample anIdea() {
    int number = COUNT.incrementAndGet();
    return new Sample(
        String.format(Locale.ROOT, "01JTWZ%020d", number),
        TrackingCode.random(new Random(number)),
        aSheet(),
        fatima(),
        new Presentation(false, true),
        EnumSet.noneOf(Flag.class),
        MONDAY,
        "key " + number,
        Source.ONLINE);
  }

  /** Dried thyme from Béni Mellal, told at length. */
  public static Sheet aSheet() {
    return new Sheet(
        "Séchoir solaire pour le thym",
        "Un séchoir solaire commun pour que douze familles vendent leur thym toute l'année.",
        "Le thym se vend frais et mal ; la moitié de la récolte se perd chaque été.",
        "Un séchoir solaire à tiroirs, géré par une coopérative de douze familles.",
        BENI_MELLAL,
        "El Ksiba",
        "AROMATIC_PLANTS",
        new Sheet.Details(
            Optional.of(Sheet.Intention.SEEK_MEMBERS),
            Optional.of(Sheet.Maturity.PREPARING),
            "Douze familles d'El Ksiba",
            "Un revenu propre pour les femmes",
            "Le prix du thym sec est le triple du frais",
            "Aucun séchoir commun dans la province",
            "Tôle, verre, bois",
            "Herboristes de Béni Mellal",
            "De mai à août",
            OptionalInt.of(12),
            OptionalInt.of(4),
            OptionalInt.of(75),
            OptionalInt.of(40),
            OptionalLong.of(85_000),
            ""));
  }

  /** The same text under another title. */
  public static Sheet titled(String title) {
    Sheet s = aSheet();
    return new Sheet(
        title,
        s.summary(),
        s.need(),
        s.solution(),
        s.province(),
        s.commune(),
        s.sector(),
        s.details());
  }

  /** The same text, that others may build. */
  public static Sheet offered() {
    return intending(Sheet.Intention.OFFER);
  }

  /** The same text, with what its author would like to become of it. */
  public static Sheet intending(Sheet.Intention intention) {
    return with(Optional.of(intention), aSheet().details().answersNeed());
  }

  /** The same text, as an answer to a need of its territory. */
  public static Sheet answering(String need) {
    return with(aSheet().details().intention(), need);
  }

  private static Sheet with(Optional<Sheet.Intention> intention, String need) {
    Sheet s = aSheet();
    Sheet.Details d = s.details();
    return new Sheet(
        s.title(),
        s.summary(),
        s.need(),
        s.solution(),
        s.province(),
        s.commune(),
        s.sector(),
        new Sheet.Details(
            intention,
            d.maturity(),
            d.beneficiaries(),
            d.socialImpact(),
            d.economicImpact(),
            d.novelty(),
            d.inputs(),
            d.market(),
            d.season(),
            d.membersNeeded(),
            d.jobsExpected(),
            d.womenPercent(),
            d.youthPercent(),
            d.investment(),
            need));
  }

  /** The same text, from another province and about another sector. */
  public static Sheet placed(String province, String sector) {
    Sheet s = aSheet();
    return new Sheet(
        s.title(), s.summary(), s.need(), s.solution(), province, "", sector, s.details());
  }

  /** Somebody who has an e-mail address. */
  public static Author fatima() {
    return author("Fatima Zahra Amrani", new Contact.Email("Fatima.Amrani@example.org"));
  }

  /** Somebody who has a phone and no address. */
  public static Author moha() {
    return author("Moha Ou Hammou", new Contact.Phone("+212612345678"));
  }

  private static Author author(String name, Contact contact) {
    return new Author(
        Author.Kind.COOPERATIVE,
        name,
        contact,
        Language.FR,
        Optional.of(Author.Gender.FEMALE),
        Optional.of(Author.AgeBand.AGE_36_59),
        new Author.Consent("2026-05", Language.FR, MONDAY, Consented.ONLINE),
        Set.of("the hash of a secret"),
        new Author.Confirmation(1, 0),
        Optional.empty());
  }

  /**
   * An idea about to be sent.
   *
   * @param key what makes sending it again the same
   */
  public record Sample(
      String id,
      String trackingCode,
      Sheet sheet,
      Author author,
      Presentation presentation,
      Set<Flag> flags,
      Instant at,
      String key,
      Source source) {

    public Sample by(Author other) {
      return new Sample(id, trackingCode, sheet, other, presentation, flags, at, key, source);
    }

    public Sample saying(Sheet other) {
      return new Sample(id, trackingCode, other, author, presentation, flags, at, key, source);
    }

    public Sample in(String province) {
      return saying(placed(province, sheet.sector()));
    }

    public Sample flagged(Flag flag) {
      return new Sample(
          id, trackingCode, sheet, author, presentation, Set.of(flag), at, key, source);
    }

    public Sample sentAt(Instant other) {
      return new Sample(id, trackingCode, sheet, author, presentation, flags, other, key, source);
    }

    public Sample sentUnder(String otherKey) {
      return new Sample(id, trackingCode, sheet, author, presentation, flags, at, otherKey, source);
    }

    /** With the author's name on the published sheet. */
    public Sample named() {
      Presentation named = new Presentation(true, presentation.fullSheet());
      return new Sample(id, trackingCode, sheet, author, named, flags, at, key, source);
    }

    /** With only title, summary, place and sector for the public. */
    public Sample inBrief() {
      Presentation brief = new Presentation(presentation.showName(), false);
      return new Sample(id, trackingCode, sheet, author, brief, flags, at, key, source);
    }

    /** Entered by a moderator for its author. */
    public Sample enteredFrom(Source other) {
      return new Sample(id, trackingCode, sheet, author, presentation, flags, at, key, other);
    }

    /** Without its author's recorded consent. */
    public Sample withoutConsent() {
      return by(author.consenting("", Consented.NONE, at));
    }

    /** As its life begins. */
    public Outcome.Accepted accepted() {
      return IdeaLife.submit(id, submitted(), at);
    }

    private IdeaEvent.Submitted submitted() {
      return new IdeaEvent.Submitted(
          trackingCode,
          sheet.province().substring(0, 2),
          author.language(),
          author.kind(),
          author.contact().kind(),
          presentation,
          flags,
          source,
          author.consent().version(),
          author.consent().on());
    }

    /** As it is handed to {@link Ideas}, to be kept for a day. */
    public Ideas.NewIdea submission() {
      return submission(accepted(), Optional.empty());
    }

    /** The same, sent for a round. */
    public Ideas.NewIdea submissionFor(Round round, Via via, String lateCode) {
      IdeaEvent.Entered entered =
          new IdeaEvent.Entered(round.id(), via, round.schedule().judgingOpensAt());
      return submission(
          IdeaLife.submit(id, submitted(), entered, at),
          Optional.of(new Ideas.Ticket(round, via, at, lateCode)));
    }

    private Ideas.NewIdea submission(Outcome.Accepted accepted, Optional<Ideas.Ticket> ticket) {
      String content = TestKeys.fingerprints().of("content", sheet.toString());
      Ideas.Once once = new Ideas.Once(key, content, Duration.ofDays(1));
      return new Ideas.NewIdea(
          accepted,
          sheet,
          author,
          once,
          source.isOnBehalf() ? MODERATOR : "",
          Optional.empty(),
          ticket);
    }
  }
}
