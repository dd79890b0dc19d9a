package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.idea.Audience;
import twiza.jury.Work;
import twiza.place.Language;
import twiza.round.Criterion;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.Prize;
import twiza.round.Ranking;
import twiza.round.Round;
import twiza.round.RoundEvent;
import twiza.round.Schedule;
import twiza.round.TieBreak;
import twiza.round.Wording;

/**
 * A round as an item, with what {@link Tickets} asks of it at its top; each of its plans as
 * another; and what happened to it.
 */
final class RoundItems {

  private RoundItems() {}

  static Item write(Round round) {
    Item item = Item.at(Keys.round(round.id()));
    boolean draft = round.phase() == Phase.DRAFT;
    item.with("id", round.id())
        .with("region", round.region())
        .with("version", round.version())
        .with("phase", round.phase())
        .with("opensAt", round.schedule().opensAt())
        .with("takesUntil", round.schedule().takesUntil())
        .with("judgingOpensAt", round.schedule().judgingOpensAt())
        .with("entered", round.entered())
        .with("plan", write(round.plan()))
        .with("planned", round.planned())
        .withSet("reminded", round.reminded())
        .with("settled", round.settled())
        .withText("roomCode", round.roomCode())
        .with("changedAt", round.changedAt())
        .with("juryKeptUntil", round.juryKeptUntil())
        .with("GSI1PK", draft ? Keys.drafts(round.region()) : Keys.rounds(round.region()))
        .with("GSI1SK", Keys.placeAmongRounds(round.schedule().opensAt(), round.id()));
    round
        .dueAt()
        .ifPresent(
            due ->
                item.with("GSI2PK", Keys.DUE)
                    .with("GSI2SK", Keys.due(due, Keys.ROUND, round.id())));
    return item;
  }

  static Round read(Item item) {
    return new Round(
        item.text("id"),
        item.text("region"),
        item.number("version"),
        item.constant("phase", Phase.class),
        readPlan(item.map("plan")),
        item.integer("planned"),
        item.integer("entered"),
        Set.copyOf(item.constants("reminded", Round.Reminder.class)),
        item.flag("settled"),
        item.textOrEmpty("roomCode"),
        item.instant("changedAt"),
        item.optionalInstant("juryKeptUntil"));
  }

  /** What an organiser said, kept beside what they say now. */
  static Item planned(Round round) {
    return Item.at(Keys.plan(round.id(), round.planned()))
        .with("plan", write(round.plan()))
        .with("at", round.changedAt());
  }

  private static Item write(Plan plan) {
    Schedule schedule = plan.schedule();
    return new Item()
        .with("texts", texts(plan))
        .with("entriesPerAuthor", plan.entriesPerAuthor())
        .with("complaintDays", plan.complaintDays())
        .with("prizes", plan.prizes().stream().map(RoundItems::write).toList())
        .with("opensAt", schedule.opensAt())
        .with("submissionsCloseAt", schedule.submissionsCloseAt())
        .with("judgingOpensAt", schedule.judgingOpensAt())
        .with("judgingClosesAt", schedule.judgingClosesAt())
        .with("graceSeconds", schedule.grace().toSeconds())
        .with("rubric", plan.rubric().stream().map(RoundItems::write).toList())
        .with("reviews", plan.reviews())
        .with("official", plan.official())
        .with("tieBreaks", plan.tieBreaks())
        .with("priority", plan.priority())
        .with("seed", plan.seed())
        .with("live", plan.live())
        .with("namesHidden", plan.namesHidden());
  }

  private static Plan readPlan(Item item) {
    return new Plan(
        byLanguage(item.map("texts"), (texts, language) -> wordings(texts.map(language))),
        item.integer("entriesPerAuthor"),
        item.integer("complaintDays"),
        item.maps("prizes").stream().map(RoundItems::readPrize).toList(),
        new Schedule(
            item.instant("opensAt"),
            item.instant("submissionsCloseAt"),
            item.instant("judgingOpensAt"),
            item.instant("judgingClosesAt"),
            Duration.ofSeconds(item.number("graceSeconds"))),
        item.maps("rubric").stream().map(RoundItems::readCriterion).toList(),
        item.optionalInteger("reviews"),
        item.constant("official", Ranking.class),
        item.lines("tieBreaks").stream().map(TieBreak::valueOf).toList(),
        item.text("priority"),
        item.number("seed"),
        item.flag("live"),
        item.flag("namesHidden"));
  }

  private static Item texts(Plan plan) {
    Item texts = new Item();
    plan.texts()
        .forEach(
            (language, own) -> {
              Item map = new Item();
              own.forEach((wording, text) -> map.with(wording.name(), text));
              texts.with(language.name(), map);
            });
    return texts;
  }

  private static Map<Wording, String> wordings(Item item) {
    Map<Wording, String> wordings = new EnumMap<>(Wording.class);
    item.attributes()
        .keySet()
        .forEach(name -> wordings.put(Wording.valueOf(name), item.text(name)));
    return wordings;
  }

  private static Item write(Prize prize) {
    return new Item().with("title", byLanguage(prize.title())).with("amount", prize.amount());
  }

  private static Prize readPrize(Item item) {
    return new Prize(byLanguage(item.map("title"), Item::text), item.optionalNumber("amount"));
  }

  private static Item write(Criterion criterion) {
    return new Item()
        .with("code", criterion.code())
        .with("weight", criterion.weight())
        .with("title", byLanguage(criterion.title()))
        .with("levels", byLanguage(criterion.levels()));
  }

  private static Criterion readCriterion(Item item) {
    return new Criterion(
        item.text("code"),
        item.integer("weight"),
        byLanguage(item.map("title"), Item::text),
        byLanguage(item.map("levels"), Item::lines));
  }

  private static Item byLanguage(Map<Language, ?> values) {
    Item map = new Item();
    values.forEach((language, value) -> map.with(language.name(), value));
    return map;
  }

  /** Reads what stands under a name. */
  @FunctionalInterface
  private interface Reading<V> {
    V of(Item item, String name);
  }

  private static <V> Map<Language, V> byLanguage(Item item, Reading<V> reading) {
    Map<Language, V> values = new EnumMap<>(Language.class);
    item.attributes()
        .keySet()
        .forEach(name -> values.put(Language.valueOf(name), reading.of(item, name)));
    return values;
  }

  /**
   * @param before the phase in which it happened
   * @param after the round once it has happened
   */
  static Item event(Key key, RoundEvent event, Phase before, Round after, String by, Instant at) {
    return EventItems.item(key, event.code(), at, after.region(), after.id())
        .withText("by", by)
        .with("data", data(event, after))
        .withSet("tell", told(before, event, at))
        .with("work", work(event, after));
  }

  private static Item data(RoundEvent event, Round after) {
    Item data = new Item().with("phase", after.phase());
    return switch (event) {
      case RoundEvent.Replanned replanned ->
          plan(data, after)
              .withSet("parts", replanned.parts())
              .with("movesDates", replanned.movesDates());
      case RoundEvent.Drafted _, RoundEvent.Announced _ -> plan(data, after);
      case RoundEvent.Reminded reminded ->
          data.with("reminder", reminded.reminder()).with("inTime", reminded.inTime());
      case RoundEvent.Opened _,
          RoundEvent.SubmissionsClosed _,
          RoundEvent.JudgingOpened _,
          RoundEvent.JudgingClosed _,
          RoundEvent.Settled _,
          RoundEvent.Published _,
          RoundEvent.Cancelled _,
          RoundEvent.JuryForgotten _ ->
          data;
    };
  }

  private static Item plan(Item data, Round after) {
    return data.with("plan", after.planned())
        .with("opensAt", after.schedule().opensAt())
        .with("submissionsCloseAt", after.schedule().submissionsCloseAt())
        .with("judgingOpensAt", after.schedule().judgingOpensAt())
        .with("judgingClosesAt", after.schedule().judgingClosesAt());
  }

  /** A draft concerns nobody but whoever writes it. */
  private static Set<Audience> told(Phase before, RoundEvent event, Instant at) {
    boolean draft = before == Phase.DRAFT;
    return switch (event) {
      case RoundEvent.Announced _,
          RoundEvent.Opened _,
          RoundEvent.SubmissionsClosed _,
          RoundEvent.JudgingClosed _ ->
          EnumSet.of(Audience.ORGANISERS);
      case RoundEvent.JudgingOpened _ -> EnumSet.of(Audience.JURORS, Audience.ORGANISERS);
      case RoundEvent.Replanned replanned ->
          draft ? EnumSet.noneOf(Audience.class) : replanned(replanned, at);
      case RoundEvent.Reminded reminded ->
          reminded.inTime() ? reminded(reminded.reminder()) : EnumSet.noneOf(Audience.class);
      case RoundEvent.Cancelled _ ->
          draft
              ? EnumSet.noneOf(Audience.class)
              : EnumSet.of(
                  Audience.ENTRANTS, Audience.JURORS, Audience.ORGANISERS, Audience.MODERATORS);
      case RoundEvent.Published _ -> EnumSet.of(Audience.ENTRANTS, Audience.JURORS);
      case RoundEvent.Drafted _, RoundEvent.Settled _, RoundEvent.JuryForgotten _ ->
          EnumSet.noneOf(Audience.class);
    };
  }

  /** In the room everybody hears that the jury is done, and gets the results next. */
  private static Set<Audience> replanned(RoundEvent.Replanned replanned, Instant at) {
    boolean isDone = replanned.plan().schedule().judgingClosesAt().equals(at);
    if (isDone || !replanned.movesDates()) {
      return EnumSet.noneOf(Audience.class);
    }
    Set<Audience> told = EnumSet.of(Audience.ENTRANTS, Audience.ORGANISERS);
    if (replanned.movesJury()) {
      told.add(Audience.JURORS);
    }
    return told;
  }

  private static Set<Audience> reminded(Round.Reminder reminder) {
    return EnumSet.of(
        reminder.isOfJury() ? Audience.JURORS : Audience.UNREADY_ENTRANTS, Audience.ORGANISERS);
  }

  /** What has to be done about it that takes longer than a request may. */
  private static Optional<Work.Kind> work(RoundEvent event, Round after) {
    return switch (event) {
      case RoundEvent.Settled _ ->
          switch (after.phase()) {
            case JUDGING -> Optional.of(Work.Kind.ASSIGN);
            case CLOSED -> Optional.of(Work.Kind.RANK);
            case DRAFT, ANNOUNCED, OPEN, SCREENING, PUBLISHED, CANCELLED -> Optional.empty();
          };
      case RoundEvent.Published _ -> Optional.of(Work.Kind.AWARD);
      case RoundEvent.JuryForgotten _ -> Optional.of(Work.Kind.FORGET);
      case RoundEvent.Drafted _,
          RoundEvent.Replanned _,
          RoundEvent.Announced _,
          RoundEvent.Opened _,
          RoundEvent.SubmissionsClosed _,
          RoundEvent.JudgingOpened _,
          RoundEvent.JudgingClosed _,
          RoundEvent.Reminded _,
          RoundEvent.Cancelled _ ->
          Optional.empty();
    };
  }

  /** Lets the author who is reached at a contact be late, until somebody has used it. */
  static Item lateCode(Round round, String hash, String contact, Instant at) {
    return Item.at(Keys.lateCode(round.id(), hash))
        .with("contact", contact)
        .with("at", at)
        .with("expiresAt", Tickets.expiresAt(round));
  }

  static Item lateCodeIssued(Round round, String hash, String by, Instant at) {
    Key key = Keys.lateCodeIssued(round.id(), hash);
    return EventItems.item(key, "ROUND_LATE_CODE_ISSUED", at, round.region(), round.id())
        .with("by", by)
        .with("data", new Item());
  }
}
