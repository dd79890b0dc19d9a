package twiza.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.http.HistoryJson;
import twiza.http.SheetJson;
import twiza.idea.Author;
import twiza.idea.Choice;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Flag;
import twiza.idea.Idea;
import twiza.idea.Presentation;
import twiza.idea.Revision;
import twiza.idea.State;

/** What moderators read, as JSON. */
final class DecisionJson {

  private static final String CORRECTED = "CORRECTED";

  private DecisionJson() {}

  /**
   * The idea as it stands.
   *
   * @param revision the one shown: what waits, or else what stands
   * @param sheet null once its author had it erased
   * @param previous what the sheet is compared with: the published text, or the one before it
   * @param changed the fields in which the two differ
   * @param author null once erased
   * @param reasons ready-made, in the author's language
   */
  record Page(
      String id,
      State state,
      String region,
      int revision,
      int linkRevision,
      Optional<Map<String, Object>> sheet,
      Optional<Map<String, Object>> previous,
      List<String> changed,
      Optional<AuthorPart> author,
      List<String> flags,
      List<Map<String, Object>> history,
      Set<Choice> choices,
      Map<Choice, List<String>> reasons,
      Optional<Standing> standing) {}

  /**
   * @param phone for calling; null for whoever is reached by mail
   */
  record AuthorPart(
      Author.Kind kind,
      String name,
      Contact.Kind contact,
      boolean contactConfirmed,
      Optional<String> phone,
      String language,
      boolean showName,
      boolean fullSheetPublic) {}

  record Standing(Choice choice, int revision, Instant at, Optional<String> reason) {}

  /**
   * @param applied whether this very request decided
   */
  record Answer(boolean applied, State state, Optional<Standing> standing) {}

  static Answer answer(boolean applied, Dossier dossier) {
    return new Answer(applied, dossier.idea().state(), standing(dossier));
  }

  /**
   * @param moderator the opaque id of who reads it
   */
  static Page page(
      Dossier dossier, int linkRevision, String moderator, Map<Choice, List<String>> reasons) {
    return page(dossier, linkRevision, moderator, reasons, HistoryJson.of(dossier.history()));
  }

  /**
   * @param history as whoever reads it may know it
   */
  static Page page(
      Dossier dossier,
      int linkRevision,
      String moderator,
      Map<Choice, List<String>> reasons,
      List<Map<String, Object>> history) {
    Idea idea = dossier.idea();
    Optional<Revision> shown = dossier.revision(idea.shown());
    Optional<Revision> previous = dossier.previous();
    return new Page(
        idea.id(),
        idea.state(),
        idea.region(),
        idea.shown(),
        linkRevision,
        shown.map(Revision::sheet).map(SheetJson::of),
        previous.map(Revision::sheet).map(SheetJson::of),
        changed(shown, previous),
        dossier.author().map(author -> author(author, idea)),
        flags(idea),
        history,
        idea.choices(moderator),
        reasons,
        standing(dossier));
  }

  private static List<String> changed(Optional<Revision> shown, Optional<Revision> previous) {
    return shown
        .flatMap(now -> previous.map(before -> now.sheet().changedFrom(before.sheet())))
        .orElse(List.of());
  }

  private static AuthorPart author(Author author, Idea idea) {
    Presentation presentation = idea.presentation();
    Optional<String> phone =
        author.contact() instanceof Contact.Phone(String number)
            ? Optional.of(number)
            : Optional.empty();
    return new AuthorPart(
        author.kind(),
        author.name(),
        author.contact().kind(),
        idea.contactConfirmed(),
        phone,
        author.language().tag(),
        presentation.showName(),
        presentation.fullSheet());
  }

  private static List<String> flags(Idea idea) {
    List<String> flags = new ArrayList<>(idea.flags().stream().sorted().map(Flag::name).toList());
    if (idea.waiting().orElse(1) > 1) {
      flags.add(CORRECTED);
    }
    return flags;
  }

  private static Optional<Standing> standing(Dossier dossier) {
    return dossier
        .idea()
        .standing()
        .map(s -> new Standing(s.choice(), s.revision(), s.at(), given(dossier.standingReason())));
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
