package twiza.idea;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import twiza.round.Round;
import twiza.round.Schedule;
import twiza.uptake.Path;
import twiza.uptake.Uptake;

/**
 * All that is kept of one idea.
 *
 * @param revisions in the order they were sent; an erased text is missing
 * @param author empty once erased
 * @param history in the order it happened
 * @param note what the delegation says to the public, if it does
 * @param translations in the order of their languages
 * @param uptake who wants to build it, or does
 */
public record Dossier(
    Idea idea,
    List<Revision> revisions,
    Optional<Author> author,
    List<Happening> history,
    Optional<Note> note,
    List<Translation> translations,
    Uptake uptake) {

  /** The same idea, once something has happened among those who want to build it. */
  public Dossier with(Uptake changed) {
    return new Dossier(idea, revisions, author, history, note, translations, changed);
  }

  public Optional<Revision> revision(int number) {
    return revisions.stream().filter(revision -> revision.number() == number).findFirst();
  }

  /** How it came in. */
  public Source source() {
    return history.getFirst().event() instanceof IdeaEvent.Submitted submitted
        ? submitted.source()
        : Source.ONLINE;
  }

  /** The newest text. */
  public Optional<Revision> latest() {
    return revision(idea.latest());
  }

  /** The reason that was given with the decision that stands; empty when none was. */
  public String standingReason() {
    return idea.standing()
        .flatMap(
            standing ->
                history.stream()
                    .filter(h -> h.at().equals(standing.at()) && h.by().equals(standing.by()))
                    .map(Happening::reason)
                    .findFirst())
        .orElse("");
  }

  /**
   * The text that a moderator compares the shown one with: the published one, or else the one
   * before it.
   */
  public Optional<Revision> previous() {
    OptionalInt published = idea.published();
    int shown = idea.shown();
    if (published.isPresent() && published.getAsInt() != shown) {
      return revision(published.getAsInt());
    }
    return revision(shown - 1);
  }

  /** What happened with a version, such as what the author has to be told in a call. */
  public Optional<Happening> happening(long version) {
    return history.stream().filter(h -> h.version() == version).findFirst();
  }

  /** What the jury of a round makes of the idea when it begins, whenever that is asked. */
  public Command.OpenJudging beforeTheJury(Round round) {
    Schedule schedule = round.schedule();
    Idea then = stoodAt(schedule.judgingOpensAt());
    OptionalInt revision =
        then.state() == State.PENDING ? approvedWithin(schedule) : then.published();
    return new Command.OpenJudging(round.id(), then.state(), revision);
  }

  /** The revision that was approved first while a jury was at work. */
  private OptionalInt approvedWithin(Schedule schedule) {
    return history.stream()
        .filter(happening -> happening.at().isAfter(schedule.judgingOpensAt()))
        .filter(happening -> happening.at().isBefore(schedule.judgingClosesAt()))
        .map(Happening::event)
        .filter(IdeaEvent.Approved.class::isInstance)
        .mapToInt(event -> ((IdeaEvent.Approved) event).revision())
        .findFirst();
  }

  /** Where the idea stood by all that had reached the house at an instant, but for its rounds. */
  private Idea stoodAt(Instant at) {
    Happening first = history.getFirst();
    Idea stood = Consequences.begin(idea.id(), (IdeaEvent.Submitted) first.event(), first.at());
    for (Happening happening : history.subList(1, history.size())) {
      if (!happening.at().isAfter(at) && happening.event().inRound().isEmpty()) {
        stood = Consequences.of(stood, happening.event(), happening.by(), happening.at());
      }
    }
    return stood;
  }

  /** What the public may read of it, when it is in the bank. */
  public Optional<Publication> publication() {
    if (idea.state() != State.PUBLISHED) {
      return Optional.empty();
    }
    Revision revision = revision(idea.published().orElseThrow()).orElseThrow();
    Optional<String> name = author.filter(_ -> idea.presentation().showName()).map(Author::name);
    Instant publishedAt = idea.publishedAt().orElseThrow();
    return Optional.of(
        new Publication(
            idea.id(),
            idea.region(),
            idea.language(),
            revision.sheet(),
            idea.presentation().fullSheet(),
            idea.kind(),
            name,
            publishedAt,
            revision.sentAt().isAfter(publishedAt) ? revision.sentAt() : publishedAt,
            note,
            translations.stream().map(t -> Publication.Title.of(t, revision.number())).toList(),
            badges(),
            Path.of(uptake, author.isEmpty()),
            rounds()));
  }

  private List<String> rounds() {
    return idea.entries().stream()
        .filter(entry -> entry.standing(idea.state()) != Entry.Standing.OUT)
        .map(Entry::round)
        .toList();
  }

  private List<Badge> badges() {
    return idea.entries().stream().flatMap(entry -> badge(entry).stream()).toList();
  }

  private Optional<Badge> badge(Entry entry) {
    return entry
        .award()
        .map(
            award ->
                new Badge(
                    entry.round(),
                    award.place(),
                    award.title(),
                    author.filter(_ -> award.isNamed()).map(Author::name)));
  }
}
