package twiza.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.Round;
import twiza.round.Schedule;
import twiza.round.Wording;

/**
 * A round as the public sees it.
 *
 * @param phase the one that its times say
 * @param inGrace whether ideas are still taken though submissions have closed
 * @param reason why it is cancelled; empty when it is not
 * @param entries a page of the ideas that the public may read, newest first
 * @param next cursor of the page after that; empty on the last
 */
public record RoundView(
    Round round, Phase phase, boolean inGrace, String reason, List<CardView> entries, String next) {

  /** Where its pages begin. */
  public static final String ROUNDS = "/rounds/";

  public static RoundView of(Round round, Instant now) {
    return new RoundView(round, round.phaseAt(now), round.isInGraceAt(now), "", List.of(), "");
  }

  public RoundView with(String why, List<CardView> cards, String cursor) {
    return new RoundView(round, phase, inGrace, why, cards, cursor);
  }

  public String id() {
    return round.id();
  }

  public Plan plan() {
    return round.plan();
  }

  public Schedule schedule() {
    return round.schedule();
  }

  /** Its address without the language. */
  public String path() {
    return ROUNDS + id() + "/";
  }

  /** The address of the form in which an idea is sent for it, without the language. */
  public String submitPath() {
    return path() + "submit/";
  }

  /** The address of its results, without the language. */
  public String resultsPath() {
    return path() + "results/";
  }

  public boolean isPublished() {
    return phase == Phase.PUBLISHED;
  }

  public Words says(Wording wording, Language reader) {
    return Words.of(reader, language -> plan().text(language, wording));
  }

  /** The criterion that parts ideas of the same score. */
  public Words priority(Language reader) {
    return plan().rubric().stream()
        .filter(criterion -> criterion.code().equals(plan().priority()))
        .findFirst()
        .map(criterion -> in(reader, criterion.title()))
        .orElseThrow();
  }

  public static Words in(Language reader, Map<Language, String> said) {
    return Words.of(reader, language -> said.getOrDefault(language, ""));
  }

  public static Words level(Language reader, Map<Language, List<String>> levels, int mark) {
    return Words.of(
        reader,
        language ->
            levels.getOrDefault(language, List.of()).size() < mark
                ? ""
                : levels.get(language).get(mark - 1));
  }

  /** The sentence that says so. */
  public String untilKey() {
    return "round.until." + (inGrace ? "GRACE" : phase.name());
  }

  /** The announced end of the phase, where it has one. */
  public Optional<Instant> until() {
    return switch (phase) {
      case ANNOUNCED -> Optional.of(schedule().opensAt());
      case OPEN -> Optional.of(inGrace ? schedule().takesUntil() : schedule().submissionsCloseAt());
      case SCREENING -> Optional.of(schedule().judgingOpensAt());
      case JUDGING -> Optional.of(schedule().judgingClosesAt());
      case DRAFT, CLOSED, PUBLISHED, CANCELLED -> Optional.empty();
    };
  }

  public boolean isOpen() {
    return phase == Phase.OPEN;
  }

  /** Whether only who has a code for that may still send an idea. */
  public boolean isForTheLate() {
    return phase == Phase.SCREENING;
  }

  /** The query of the page of entries after this one, from the question mark on. */
  public String nextQuery() {
    return "?cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }
}
