package twiza.scoring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.idea.Authors;
import twiza.idea.Contact;
import twiza.idea.Entries;
import twiza.jury.Juries;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.JuryLife;
import twiza.jury.JuryOutcome;
import twiza.jury.Papers;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.scoring.ScoringFunction.Parts;
import twiza.snapshot.Chance;

/** Organisers make up the jury, have the ideas shared out, invite, and see how far everybody is. */
final class JuryDesk {

  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_ID = 40;
  private static final int LONGEST_TAG = 8;

  private final Juries juries;
  private final Entries entries;
  private final Authors authors;
  private final Papers papers;
  private final Chance chance;

  JuryDesk(Parts parts) {
    this.juries = parts.juries();
    this.entries = parts.entries();
    this.authors = parts.authors();
    this.papers = parts.papers();
    this.chance = parts.chance();
  }

  Reply read(Visit visit, Round round) {
    return show(visit, round, juries.of(round.id(), round.region()));
  }

  private Reply show(Visit visit, Round round, Jury jury) {
    Phase phase = round.phaseAt(visit.request().now());
    JuryOverview overview = JuryOverview.of(round, phase, jury, entries, authors, papers);
    return Reply.json(200, JuryJson.of(overview, phase));
  }

  Reply enlist(Visit visit, Round round) {
    Input input = visit.request().json();
    String name = input.line("name", SHORTEST_NAME, Juror.LONGEST_NAME);
    Optional<Contact.Email> email = input.email("email");
    Language language = language(input);
    String organisation = input.optionalLine("organisation", Juror.LONGEST_ORGANISATION);
    input.finish();
    String id = chance.id();
    Jury jury =
        settle(
            visit,
            round,
            new JuryCommand.Enlist(id, name, email.orElseThrow(), language, organisation));
    return Reply.json(201, JuryJson.person(jury.juror(id).orElseThrow()));
  }

  private static Language language(Input input) {
    String tag = input.line("language", 1, LONGEST_TAG);
    Optional<Language> language = Language.ofTag(tag);
    if (language.isEmpty() && !tag.isEmpty()) {
      input.refuse("language", "UNKNOWN_CODE");
    }
    return language.orElse(Language.FR);
  }

  /** Takes somebody off; others read at once what they have not submitted. */
  Reply remove(Visit visit, Round round) {
    String id = visit.request().path("juror");
    Jury jury = settle(visit, round, new JuryCommand.Remove(id));
    return Reply.json(200, JuryJson.person(jury.juror(id).orElseThrow()));
  }

  Reply invite(Visit visit, Round round) {
    Input input = visit.request().json();
    Set<String> named = new TreeSet<>(input.lines("jurors", Jury.MOST_JURORS, LONGEST_ID));
    input.finish();
    return show(visit, round, settle(visit, round, new JuryCommand.Invite(named)));
  }

  /** It is made while nobody waits; {@link #read} tells when. */
  Reply assign(Visit visit, Round round) {
    visit.request().json().finish();
    Jury jury = settle(visit, round, new JuryCommand.AskAssignment());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asked", jury.asked());
    return Reply.json(202, json);
  }

  private Jury settle(Visit visit, Round round, JuryCommand command) {
    Phase phase = round.phaseAt(visit.request().now());
    Juries.Settled settled =
        juries.settle(
            round,
            visit.member().id(),
            visit.request().now(),
            jury -> JuryLife.decide(jury, command, phase, visit.request().now()));
    if (settled.outcome() instanceof JuryOutcome.Refused(var why)) {
      throw Problem.of(why);
    }
    return settled.jury();
  }
}
