package twiza.moderation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.HistoryJson;
import twiza.http.PlanJson;
import twiza.http.SheetJson;
import twiza.idea.Author;
import twiza.idea.Award;
import twiza.idea.Dossier;
import twiza.idea.Happening;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.Note;
import twiza.idea.ReportKind;
import twiza.idea.Revision;
import twiza.idea.Translation;
import twiza.place.Places;
import twiza.staff.Staff;
import twiza.text.Messages;

/** An idea as it is read at the desk: what a moderator's link shows, and what the desk adds. */
final class DeskJson {

  private final CallJson calls;
  private final Staff staff;
  private final Reasons reasons;

  DeskJson(Places places, Staff staff, Reasons reasons) {
    this.reasons = reasons;
    this.calls = new CallJson(places);
    this.staff = staff;
  }

  /**
   * @param earlier every text that was sent before the one shown, newest first
   * @param contact null once erased
   * @param call null when the author does not have to be called
   * @param note null when there is none
   * @param reports those that no moderator has looked at, oldest first
   */
  record Page(
      @JsonUnwrapped DecisionJson.Page idea,
      List<EarlierPart> earlier,
      String trackingCode,
      Optional<ContactPart> contact,
      Optional<CallJson.Entry> call,
      Optional<Note> note,
      List<TranslationPart> translations,
      List<Report> reports,
      List<AwardPart> awards) {}

  /**
   * @param previous whether it is what the text shown is compared with at first
   * @param changed the fields in which it differs from the text shown
   */
  record EarlierPart(
      int number,
      Instant sentAt,
      boolean previous,
      Map<String, Object> sheet,
      List<String> changed) {}

  /**
   * What a jury gave it.
   *
   * @param title of the round, by the tag of the language
   * @param named null until the author has said whether the results may name them
   */
  record AwardPart(
      String round, Award.Place place, Map<String, Object> title, Optional<Boolean> named) {

    static AwardPart of(String round, Award award) {
      return new AwardPart(round, award.place(), PlanJson.said(award.title()), award.named());
    }
  }

  /** One of the two is null. */
  record ContactPart(Optional<String> email, Optional<String> phone) {

    static ContactPart of(Author author) {
      return new ContactPart(CallJson.email(author), CallJson.phone(author));
    }
  }

  /**
   * @param revision the one that was translated
   */
  record TranslationPart(String language, String title, String summary, int revision) {

    static TranslationPart of(Translation translation) {
      return new TranslationPart(
          translation.language().tag(),
          translation.title(),
          translation.summary(),
          translation.revision());
    }
  }

  /**
   * @param text null when nothing was said beside the kind
   */
  record Report(Instant at, ReportKind kind, Optional<String> text) {}

  /**
   * @param moderator the opaque id of who reads it
   * @param words of who reads it
   */
  Page page(Dossier dossier, String moderator, Messages words) {
    return new Page(
        DecisionJson.page(
            dossier,
            dossier.idea().shown(),
            moderator,
            reasons.about(dossier),
            history(dossier, words)),
        earlier(dossier),
        dossier.idea().trackingCode(),
        dossier.author().map(ContactPart::of),
        calls.of(dossier, words),
        dossier.note(),
        dossier.translations().stream().map(TranslationPart::of).toList(),
        reports(dossier),
        awards(dossier));
  }

  private static List<EarlierPart> earlier(Dossier dossier) {
    Optional<Revision> previous = dossier.previous();
    return dossier
        .revision(dossier.idea().shown())
        .map(
            shown ->
                dossier.revisions().reversed().stream()
                    .filter(other -> other.number() < shown.number())
                    .map(other -> earlier(other, shown, previous.filter(other::equals).isPresent()))
                    .toList())
        .orElse(List.of());
  }

  private static EarlierPart earlier(Revision other, Revision shown, boolean previous) {
    return new EarlierPart(
        other.number(),
        other.sentAt(),
        previous,
        SheetJson.of(other.sheet()),
        shown.sheet().changedFrom(other.sheet()));
  }

  private static List<AwardPart> awards(Dossier dossier) {
    return dossier.idea().entries().stream()
        .flatMap(entry -> entry.award().map(it -> AwardPart.of(entry.round(), it)).stream())
        .toList();
  }

  private List<Map<String, Object>> history(Dossier dossier, Messages words) {
    List<String> people =
        dossier.history().stream()
            .map(Happening::by)
            .filter(by -> !by.isEmpty())
            .distinct()
            .toList();
    return HistoryJson.atDesk(dossier.history(), staff.names(people), words);
  }

  private static List<Report> reports(Dossier dossier) {
    int open = dossier.idea().reports().map(Idea.Reports::count).orElse(0);
    List<Report> all = dossier.history().stream().flatMap(h -> report(h).stream()).toList();
    return all.subList(all.size() - open, all.size());
  }

  private static Optional<Report> report(Happening happening) {
    return happening.event() instanceof IdeaEvent.Reported(ReportKind kind)
        ? Optional.of(new Report(happening.at(), kind, given(happening.reason())))
        : Optional.empty();
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
