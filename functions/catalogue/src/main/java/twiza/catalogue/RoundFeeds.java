package twiza.catalogue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import twiza.http.AtomText;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.Schedule;
import twiza.round.Wording;
import twiza.text.Formats;
import twiza.text.Messages;
import twiza.web.RoundView;

/** The rounds of a region for calendars (RFC 5545) and feed readers (RFC 4287). */
final class RoundFeeds {

  private final Agenda agenda;

  RoundFeeds(Agenda agenda) {
    this.agenda = agenda;
  }

  private static Language language(Request request) {
    return Language.ofTag(request.path("language")).orElseThrow(Problem::notFound);
  }

  private List<RoundView> rounds(Request request) {
    return agenda.page(request).rounds().items().stream()
        .map(round -> RoundView.of(round, request.now()))
        .toList();
  }

  private static String title(RoundView view, Language language) {
    return view.says(Wording.TITLE, language).text();
  }

  Reply calendar(Request request) {
    Language language = language(request);
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Twiza//Rounds//" + language.tag());
    calendar.setName(Messages.in(language).text("rounds.title"));
    for (RoundView view : rounds(request)) {
      Schedule schedule = view.schedule();
      add(calendar, view, language, "opens", schedule.opensAt(), schedule.opensAt());
      Instant close = schedule.submissionsCloseAt();
      add(calendar, view, language, "closes", close, close);
      add(
          calendar,
          view,
          language,
          "judging",
          schedule.judgingOpensAt(),
          schedule.judgingClosesAt());
    }
    return Reply.of(200, "text/calendar; charset=utf-8", Biweekly.write(calendar).go())
        .shared(request);
  }

  /**
   * @param what it marks, the last word of {@code round.feed.} and of the entry's id
   */
  private static void add(
      ICalendar calendar,
      RoundView view,
      Language language,
      String what,
      Instant from,
      Instant to) {
    Round round = view.round();
    VEvent event = new VEvent();
    event.setUid(round.id() + "-" + what);
    event.setSequence(round.planned());
    event.setDateTimeStamp(Date.from(round.changedAt()));
    event.setDateStart(Date.from(from));
    event.setDateEnd(Date.from(to));
    event.setSummary(
        Messages.in(language).text("round.feed." + what, "title", title(view, language)));
    event.setDescription(Formats.in(language).dateTimeWithZone(from));
    event.setStatus(view.phase() == Phase.CANCELLED ? Status.cancelled() : Status.confirmed());
    calendar.addEvent(event);
  }

  Reply atom(Request request) {
    Language language = language(request);
    List<RoundView> views = rounds(request);
    Instant updated =
        views.stream()
            .map(view -> view.round().changedAt())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    String pages = "/" + language.tag() + RoundView.ROUNDS;
    String title = Messages.in(language).text("rounds.title");
    AtomText feed = new AtomText(language, title, pages, updated);
    views.forEach(view -> feed.entry(entry(view, language)));
    return feed.reply(request);
  }

  private static AtomText.Entry entry(RoundView view, Language language) {
    Messages messages = Messages.in(language);
    String state = messages.text("phase." + view.phase());
    String until =
        view.until()
            .map(
                at ->
                    messages.text(
                        "round.until." + view.phase(),
                        "date",
                        Formats.in(language).dateTimeWithZone(at)))
            .orElse("");
    return new AtomText.Entry(
        view.id(),
        title(view, language),
        view.round().changedAt(),
        "/" + language.tag() + view.path(),
        until.isEmpty() ? state : state + ". " + until,
        "");
  }
}
