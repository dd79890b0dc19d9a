package twiza.idea;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import twiza.place.Language;
import twiza.uptake.Uptake;

/** An idea that nobody sent, to rehearse with what is done with a real one. */
public final class Specimen {

  private static final String NONE = "none";
  private static final String REGION = "05";

  private Specimen() {}

  /** Just submitted, and not confirmed. */
  public static Dossier at(Instant now) {
    IdeaEvent.Submitted submitted =
        new IdeaEvent.Submitted(
            NONE,
            REGION,
            Language.FR,
            Author.Kind.INDIVIDUAL,
            Contact.Kind.EMAIL,
            new Presentation(false, true),
            Set.of(),
            Source.ONLINE,
            NONE,
            Consented.ONLINE);
    Idea idea = IdeaLife.submit(NONE, submitted, now).idea();
    return new Dossier(
        idea,
        List.of(new Revision(idea.latest(), now, sheet())),
        Optional.of(author(now)),
        List.of(new Happening(1, now, "", submitted, "")),
        Optional.empty(),
        List.of(),
        Uptake.NONE);
  }

  /** As the public would read it. */
  public static Publication published(Instant now) {
    return new Publication(
        NONE,
        REGION,
        Language.FR,
        sheet(),
        true,
        Author.Kind.INDIVIDUAL,
        Optional.empty(),
        now,
        now,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Sheet sheet() {
    return new Sheet(
        NONE,
        NONE,
        NONE,
        NONE,
        REGION + ".091",
        "",
        NONE,
        new Sheet.Details(
            Optional.of(Sheet.Intention.CARRY),
            Optional.of(Sheet.Maturity.IDEA),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            OptionalInt.of(1),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            ""));
  }

  private static Author author(Instant now) {
    return new Author(
        Author.Kind.INDIVIDUAL,
        NONE,
        new Contact.Email("nobody@localhost"),
        Language.FR,
        Optional.empty(),
        Optional.empty(),
        new Author.Consent(NONE, Language.FR, now, Consented.ONLINE),
        Set.of(NONE),
        new Author.Confirmation(1, 0),
        Optional.empty());
  }
}
