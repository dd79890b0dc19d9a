package twiza.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import twiza.idea.Dossier;
import twiza.idea.Flag;
import twiza.idea.Happening;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.Notice;
import twiza.idea.Queue;
import twiza.idea.ReportKind;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.place.Places;
import twiza.staff.Mailing;
import twiza.staff.Member;

/** Letters that ask a moderator to decide. They say nothing of how the author can be reached. */
final class ModeratorLetters {

  /** How long a link to decide is good for. */
  private static final Duration LINK_LASTS = Duration.ofDays(30);

  /** How many ideas one digest lists. */
  private static final int MOST_LISTED = 30;

  private final Links links;
  private final Queue queue;
  private final Places places;
  private final Letterhead letterhead;

  ModeratorLetters(Links links, Queue queue, Places places, Letterhead letterhead) {
    this.links = links;
    this.queue = queue;
    this.places = places;
    this.letterhead = letterhead;
  }

  /** What a letter is about, as the catalogue names it. */
  private enum Matter {
    NEW("mail.decide"),
    CORRECTION("mail.decideCorrection"),
    ANSWER("mail.decideAnswer"),
    REPORT("mail.reported"),
    WAITING("mail.waiting"),
    ESCALATION("mail.escalated");

    private final String key;

    Matter(String key) {
      this.key = key;
    }

    static Matter of(Dossier dossier, IdeaEvent event) {
      if (event instanceof IdeaEvent.Corrected) {
        return dossier.idea().closedTo().isPresent() ? ANSWER : CORRECTION;
      }
      if (event instanceof IdeaEvent.Reported) {
        return REPORT;
      }
      if (event instanceof IdeaEvent.ModeratorsReminded) {
        return WAITING;
      }
      return event instanceof IdeaEvent.Escalated ? ESCALATION : NEW;
    }
  }

  /**
   * Empty when there is nothing to decide any more, when a later text waits, which has a letter of
   * its own, and for whoever may not decide.
   */
  Optional<Letter> about(Dossier dossier, Happening happening, Member moderator, Instant now) {
    Idea idea = dossier.idea();
    boolean mayDecide = idea.closedTo().filter(moderator.id()::equals).isEmpty();
    return mayDecide && isOpen(dossier, happening)
        ? dossier
            .revision(idea.shown())
            .map(revision -> toDecide(dossier, revision, happening, moderator, now))
        : Optional.empty();
  }

  private static boolean isOpen(Dossier dossier, Happening happening) {
    Idea idea = dossier.idea();
    return switch (Matter.of(dossier, happening.event())) {
      case NEW, CORRECTION, ANSWER ->
          idea.waiting().isPresent() && !isOvertaken(dossier, happening);
      case REPORT -> idea.reports().isPresent();
      case WAITING -> idea.notices().contains(Notice.REMINDED);
      case ESCALATION -> idea.notices().contains(Notice.ESCALATED);
    };
  }

  private Letter toDecide(
      Dossier dossier, Revision shown, Happening happening, Member moderator, Instant now) {
    Idea idea = dossier.idea();
    Matter matter = Matter.of(dossier, happening.event());
    Draft draft = new Draft(moderator.email(), moderator.language()).greet();
    draft.paragraph(matter.key + ".text");
    if (idea.proposed().isPresent()) {
      draft.paragraph("mail.decideCorrection.public");
    }
    draft.facts(about(draft, idea));
    said(draft, happening);
    draft.button("mail.decide.button", decide(draft, moderator, idea.id(), shown.number(), now));
    draft.paragraph("mail.decide.private", "days", LINK_LASTS.toDays());
    if (matter == Matter.CORRECTION || matter == Matter.ANSWER) {
      whatChanged(draft, dossier, shown.sheet());
    }
    draft.heading(draft.text("decide.sheet"));
    for (SheetText.Field field : SheetText.of(shown.sheet(), draft.language(), places)) {
      draft.quote(field.label(), field.value());
    }
    String title = Isolated.of(shown.sheet().title());
    return draft.notice(matter.key, letterhead.of(idea.region()), "title", title);
  }

  /** The author's message, or the words of whoever reports. */
  private static void said(Draft draft, Happening happening) {
    boolean report = happening.event() instanceof IdeaEvent.Reported;
    if (happening.event() instanceof IdeaEvent.Reported(ReportKind kind)) {
      draft.fact("mail.reported.kind", draft.text("report." + kind.name()));
    }
    if (!happening.reason().isBlank()) {
      String label = report ? "mail.reported.words" : "mail.decideAnswer.message";
      draft.quote(draft.text(label), happening.reason());
    }
  }

  private static List<Letter.Fact> about(Draft draft, Idea idea) {
    List<Letter.Fact> facts = new ArrayList<>();
    facts.add(
        new Letter.Fact(draft.text("decide.author"), draft.text("kind." + idea.kind().name())));
    facts.add(
        new Letter.Fact(
            draft.text("mail.decide.contact"),
            draft.text("decide.author." + idea.contact().name())));
    facts.add(new Letter.Fact(draft.text("field.trackingCode.label"), idea.trackingCode()));
    flags(draft, idea.flags()).ifPresent(facts::add);
    return facts;
  }

  private static Optional<Letter.Fact> flags(Draft draft, Set<Flag> flags) {
    return flags.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Letter.Fact(
                draft.text("decide.flags"),
                flags.stream()
                    .sorted()
                    .map(flag -> draft.text("flag." + flag.name()))
                    .collect(Collectors.joining(" · "))));
  }

  private void whatChanged(Draft draft, Dossier dossier, Sheet proposed) {
    String asked = dossier.standingReason();
    if (!asked.isBlank()) {
      draft.quote(draft.text("mail.decideCorrection.asked"), asked);
    }
    dossier
        .previous()
        .map(Revision::sheet)
        .ifPresent(before -> whatChanged(draft, before, proposed));
  }

  private void whatChanged(Draft draft, Sheet before, Sheet proposed) {
    draft.heading(draft.text("decide.changed.title"));
    List<String> changed = proposed.changedFrom(before);
    if (changed.isEmpty()) {
      draft.paragraph("mail.decideCorrection.same");
    }
    List<SheetText.Field> old = SheetText.of(before, draft.language(), places);
    List<SheetText.Field> now = SheetText.of(proposed, draft.language(), places);
    for (String name : changed) {
      String label = draft.text("field." + name + ".label");
      draft.quote(label + " · " + draft.text("decide.before"), value(draft, old, name));
      draft.quote(label + " · " + draft.text("decide.after"), value(draft, now, name));
    }
  }

  private static String value(Draft draft, List<SheetText.Field> fields, String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .map(SheetText.Field::value)
        .orElseGet(() -> draft.text("mail.decideCorrection.empty"));
  }

  private static boolean isOvertaken(Dossier dossier, Happening happening) {
    return dossier.history().stream()
        .anyMatch(
            later ->
                later.version() > happening.version()
                    && later.event() instanceof IdeaEvent.Corrected corrected
                    && corrected.waits());
  }

  /**
   * What waits in a region for one of its moderators, oldest first; empty when nothing does.
   * Whoever gets a mail for each idea is told of those only that came without one.
   *
   * @param moderates false for an organiser, who is told of those only that have waited too long
   */
  Optional<Letter> digest(Member moderator, boolean moderates, String region, Instant now) {
    List<Queue.Waiting> news =
        queue
            .waitingSince(region, now)
            .filter(waiting -> moderates || waiting.notices().contains(Notice.ESCALATED))
            .filter(waiting -> isNews(waiting, moderator))
            .limit(MOST_LISTED + 1)
            .toList();
    String text = moderates ? textFor(moderator) : "mail.digest.escalated";
    return news.isEmpty()
        ? Optional.empty()
        : Optional.of(digest(text, news, moderator, region, now));
  }

  private static String textFor(Member moderator) {
    return moderator.mailing().wish() == Mailing.Wish.DIGEST
        ? "mail.digest.text"
        : "mail.digest.unmailed";
  }

  /** A file that was brought in is work for weeks, of which nobody wants to hear each day. */
  private static boolean isNews(Queue.Waiting waiting, Member moderator) {
    boolean untold =
        moderator.mailing().wish() == Mailing.Wish.DIGEST
            || waiting.flags().contains(Flag.CONTACT_UNCONFIRMED);
    return untold
        && !waiting.flags().contains(Flag.IMPORTED)
        && waiting.closedTo().filter(moderator.id()::equals).isEmpty();
  }

  private Letter digest(
      String text, List<Queue.Waiting> news, Member moderator, String region, Instant now) {
    List<Queue.Waiting> ideas = news.subList(0, Math.min(news.size(), MOST_LISTED));
    Draft draft = new Draft(moderator.email(), moderator.language()).greet();
    draft.paragraph(text);
    for (Queue.Waiting waiting : ideas) {
      draft.heading(Isolated.of(waiting.title()));
      draft.facts(about(draft, waiting, now));
      draft.button(
          "mail.decide.button", decide(draft, moderator, waiting.id(), waiting.revision(), now));
    }
    if (news.size() > MOST_LISTED) {
      draft.paragraph("mail.digest.more");
    }
    draft.paragraph("mail.digest.private", "days", LINK_LASTS.toDays());
    return draft.notice("mail.digest", letterhead.of(region), "count", ideas.size());
  }

  private List<Letter.Fact> about(Draft draft, Queue.Waiting waiting, Instant now) {
    List<Letter.Fact> facts = new ArrayList<>();
    facts.add(
        new Letter.Fact(draft.text("mail.digest.since"), draft.formats().date(waiting.since())));
    facts.add(
        new Letter.Fact(
            draft.text("mail.digest.days"),
            draft.formats().number(Duration.between(waiting.since(), now).toDays())));
    facts.add(new Letter.Fact(draft.text("field.province.label"), province(draft, waiting)));
    if (waiting.correction()) {
      facts.add(
          new Letter.Fact(draft.text("mail.digest.what"), draft.text("mail.digest.correction")));
    }
    flags(draft, waiting.flags()).ifPresent(facts::add);
    return facts;
  }

  private String province(Draft draft, Queue.Waiting waiting) {
    return places
        .province(waiting.province())
        .map(province -> province.name().in(draft.textLanguage()))
        .orElse(waiting.province());
  }

  private String decide(Draft draft, Member moderator, String idea, int revision, Instant now) {
    return links.decide(moderator.id(), idea, revision, now.plus(LINK_LASTS), draft.language());
  }
}
