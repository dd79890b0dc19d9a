package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MODERATOR;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.placed;
import static twiza.idea.Samples.titled;
import static twiza.jury.JurySamples.accept;
import static twiza.jury.JurySamples.assign;
import static twiza.jury.JurySamples.enlist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.Fingerprints;
import twiza.event.Audit;
import twiza.event.Mails;
import twiza.idea.Bank;
import twiza.idea.Call;
import twiza.idea.Card;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.Ideas;
import twiza.idea.Imports;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.ReportKind;
import twiza.idea.Samples;
import twiza.idea.Translation;
import twiza.jury.BallotPaper;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.JuryOutcome;
import twiza.jury.JurySamples;
import twiza.jury.Papers;
import twiza.need.Need;
import twiza.need.NeedSamples;
import twiza.need.Needs;
import twiza.place.Language;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.round.RoundSamples;
import twiza.round.Rounds;
import twiza.round.Via;
import twiza.settings.TestKeys;
import twiza.staff.Employees;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.SessionToken;
import twiza.staff.SignIn;
import twiza.uptake.Candidate;
import twiza.uptake.Progress;
import twiza.uptake.Stage;
import twiza.uptake.UptakeCommand;
import twiza.uptake.Uptakes;

/** Each access path, on a small table and on a large one: the same requests, the same capacity. */
@Tag("counts-as-dynamodb")
class CostOfEachAccessPathTest {

  private static final Bank.Shelf REGION = new Bank.Shelf("05", "");
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Requests and capacity units, as DynamoDB reports them; it reports none for a refused write. */
  private static final String COSTS =
      """
      submit                               1  24.0
      submit again                         1   0.0
      find                                 1   1.0
      track                                1   1.0
      ideas of a contact                   1   0.5
      add a credential                     1   1.0
      count a wrong code                   1   1.0
      confirm                              1  32.0
      correct                              1  24.0
      withdraw                             1  24.0
      erase                                1  24.0
      erase, leaving the text              1  24.0
      approve                              1  16.0
      approve, moving to other shelves     1  16.0
      unpublish                            1  24.0
      queue                                1   0.5
      bank of the country                  1   1.0
      bank of a region                     1   1.0
      bank of a province                   1   1.0
      bank of a sector                     1   1.0
      next page                            1   1.0
      sheet                                1   0.5
      dues, of which five have come        1   0.5
      limits                               1   1.0
      claim a mail                         1   1.0
      claim a mail twice                   1   0.0
      mail failed                          1   1.0
      mail sent                            1   1.0
      ask for links                        1   1.0
      digest                               1   2.0
      what has waited too long             1   0.5
      submit by phone                      1  24.0
      record a call                        1  12.0
      calls                                2   3.0
      write a note                         1  24.0
      translate                            1  12.0
      report                               1  24.0
      ask to sign in                       1   4.0
      sign-in on its way                   1   1.0
      sign in                              1  12.0
      session                              1   2.0
      what a region says                   1   1.0
      publish a need                       1  12.0
      a need                               1   0.5
      needs of a province                  1   0.5
      needs without ideas                  2   0.5
      approve what answers a need          1  16.0
      needs of a region with their ideas   2   1.0
      ideas that answer a need             1   0.5
      begin an import                      1   1.0
      imports of a region                  1   0.5
      audit                                3   3.0
      draft a round                        1  24.0
      drafts of a region                   1   0.5
      announce a round                     1  40.0
      round                                1   1.0
      rounds of a region                   1   0.5
      why a round was cancelled            1   0.5
      submit for a round                   1  48.0
      enter a round                        1  48.0
      entries of a round                   1   0.5
      what waits in a round                1   0.5
      what is shown of a round             1   0.5
      issue a late code                    1  12.0
      list a juror                         1  12.0
      a juror's seat                       1   2.0
      keep a draft                         1  12.0
      keep a draft again                   1   2.0
      submit a review                      1  12.0
      what a juror wrote                   1   1.0
      what is written about an idea        1   0.5
      the jury                             1   1.0
      how far every review is              1   1.0
      who wants an idea                    1   1.0
      ask for an idea                      1  12.0
      confirm a request                    1  12.0
      agree to a request                   1  24.0
      say how it is going                  1  24.0
      who waits in a region                2   6.5
      """;

  @ParameterizedTest
  @ValueSource(ints = {100, 10_000})
  void does_not_grow_with_the_bank(int ideas) {
    try (LocalTable table = LocalTable.create()) {
      FullBank bank = new FullBank(table);
      bank.fill(ideas);
      Round round = round(table);
      bank.fillRound(round, ideas / 10);
      assertThat(new Paths(table, round).costs(ideas / 50)).isEqualTo(COSTS);
    }
  }

  private static Round round(LocalTable table) {
    Rounds rounds = new TableRounds(table.client(), table.name(), TestKeys.fingerprints());
    return Edition.announced(rounds, RoundSamples.aRound()).round();
  }

  /** Goes every path once, and writes down what it costs. */
  private static final class Paths {

    private final Meter meter = new Meter();
    private final Fingerprints fingerprints = TestKeys.fingerprints();
    private final StringBuilder costs = new StringBuilder();
    private final TableIdeas ideas;
    private final TableIdeas metered;
    private final TableBank bank;
    private final TableQueue queue;
    private final TableCalls calls;
    private final TableDues dues;
    private final TableLimits limits;
    private final TableMails mails;
    private final TableLinkRequests linkRequests;
    private final TableDigests digests;
    private final TableRounds rounds;
    private final TableEntries entries;
    private final TableLateCodes lateCodes;
    private final TableJuries juries;
    private final TablePapers papers;
    private final TableSignIns signIns;
    private final TableDelegations delegations;
    private final TableImports imports;
    private final TableAudit audit;
    private final LocalTable table;
    private final Round round;

    Paths(LocalTable table, Round round) {
      DynamoDbClient client = table.client(meter);
      String name = table.name();
      ideas = new TableIdeas(table.client(), name, fingerprints);
      metered = new TableIdeas(client, name, fingerprints);
      bank = new TableBank(client, name, fingerprints);
      queue = new TableQueue(client, name, fingerprints);
      calls = new TableCalls(client, name, fingerprints);
      dues = new TableDues(client, name);
      limits = new TableLimits(client, name);
      mails = new TableMails(client, name);
      linkRequests =
          new TableLinkRequests(client, name, fingerprints, () -> "01JTWZ00000000000000000000");
      digests = new TableDigests(client, name);
      rounds = new TableRounds(client, name, fingerprints);
      entries = new TableEntries(client, name, fingerprints);
      lateCodes = new TableLateCodes(client, name, fingerprints);
      juries = new TableJuries(client, name);
      papers = new TablePapers(client, name);
      signIns = new TableSignIns(client, name, () -> "01JTWZ00000000000000000001");
      delegations = new TableDelegations(client, name);
      imports = new TableImports(client, name, fingerprints);
      audit = new TableAudit(client, name, fingerprints);
      this.table = table;
      this.round = round;
    }

    /**
     * @param waiting how many ideas of the region somebody waits for
     */
    String costs(int waiting) {
      authors();
      moderators();
      visitors();
      machinery();
      desk();
      staff();
      rounds();
      jury();
      uptake(waiting);
      return costs.toString();
    }

    private void authors() {
      Samples.Sample sample = anIdea();
      costs("submit", () -> metered.submit(sample.submission()));
      costs("submit again", () -> metered.submit(sample.submission()));
      costs("find", () -> metered.find(sample.id()));
      costs("track", () -> metered.track(sample.trackingCode()));
      costs("ideas of a contact", () -> metered.of(sample.author().contact()));
      costs("add a credential", () -> metered.addCredential(sample.id(), "another hash"));
      costs("count a wrong code", () -> metered.countCode(sample.id(), 1));
      Journey journey = Journey.begins(ideas, anIdea());
      saves("confirm", journey.edit(new Command.Confirm(), "", ""));
      journey.approved();
      saves("correct", journey.edit(new Command.Correct(1), "", "").withText(titled("Séchoir")));
      saves("withdraw", journey.edit(new Command.Withdraw(), "", ""));
      saves("erase", journey.edit(new Command.Erase(false), "", ""));
      Journey left = Journey.published(ideas, anIdea().named());
      saves("erase, leaving the text", left.edit(new Command.Erase(true), "", ""));
    }

    private void moderators() {
      Journey journey = Journey.begins(ideas, anIdea()).confirmed();
      Command approve = new Command.Decide(Choice.APPROVE, 1, MODERATOR, "");
      saves("approve", journey.edit(approve, MODERATOR, ""));
      journey.corrected(placed(Samples.AZILAL, "FOOD"));
      Command again = new Command.Decide(Choice.APPROVE, 2, MODERATOR, "");
      saves("approve, moving to other shelves", journey.edit(again, MODERATOR, ""));
      Command unpublish = new Command.Decide(Choice.UNPUBLISH, 2, MODERATOR, "Sur demande");
      saves("unpublish", journey.edit(unpublish, MODERATOR, "Sur demande"));
      costs("queue", () -> queue.waiting("05", "", 5));
    }

    private void visitors() {
      costs("bank of the country", () -> bank.list(new Bank.Shelf("", ""), "", 20));
      costs("bank of a region", () -> bank.list(REGION, "", 20));
      costs("bank of a province", () -> bank.list(new Bank.Shelf("05.091", ""), "", 20));
      costs("bank of a sector", () -> bank.list(new Bank.Shelf("", "AROMATIC_PLANTS"), "", 20));
      Listing.Page<Card> first = (Listing.Page<Card>) bank.list(REGION, "", 20);
      costs("next page", () -> bank.list(REGION, first.next().orElseThrow(), 20));
      String id = Journey.published(ideas, anIdea()).id();
      costs("sheet", () -> assertThat(bank.find(id)).isPresent());
    }

    private void machinery() {
      Instant later = MONDAY.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(35));
      costs("dues, of which five have come", () -> assertThat(dues.by(later)).hasSize(5));
      costs("limits", () -> limits.count("contact", "hash", MONDAY));
      Mails.Mail mail = new Mails.Mail("IDEA#1 EVENT#2", "AUTHOR");
      costs("claim a mail", () -> mails.claim(mail, MONDAY, LEASE));
      costs("claim a mail twice", () -> mails.claim(mail, MONDAY, LEASE));
      costs("mail failed", () -> mails.failed(mail, MONDAY));
      costs("mail sent", () -> mails.sent(mail, MONDAY));
      costs("ask for links", () -> linkRequests.ask(new Contact.Email("a@example.org"), MONDAY));
      costs("digest", () -> digests.settle("05", LocalDate.of(2026, 5, 4), 8, true, MONDAY));
    }

    private void desk() {
      Journey phoned = Journey.begins(ideas, anIdea().by(Samples.moha()));
      costs(
          "what has waited too long",
          () -> assertThat(queue.waitingSince("05", MONDAY)).hasSize(1));
      Samples.Sample sample = anIdea().by(Samples.moha());
      costs("submit by phone", () -> metered.submit(sample.submission()));
      Command call = new Command.RecordCall(Call.Result.REACHED, true, Optional.empty(), MODERATOR);
      saves("record a call", phoned.edit(call, MODERATOR, "Rappellera"));
      for (int i = 0; i < 5; i++) {
        Journey.begins(ideas, anIdea().by(Samples.moha()));
      }
      costs("calls", () -> calls.waiting("05", "", 5));
      Journey published = Journey.published(ideas, anIdea());
      Ideas.Edit note = published.edit(new Command.WriteNote(false), MODERATOR, "");
      saves("write a note", note.withNote("Retenu pour le programme régional."));
      Ideas.Edit translated =
          published.edit(new Command.Translate(Language.AR, false), MODERATOR, "");
      saves(
          "translate",
          translated.withTranslation(new Translation(Language.AR, "عنوان", "ملخص", 1)));
      saves("report", published.edit(new Command.Report(ReportKind.SPAM), "", "Publicité"));
    }

    private void needs() {
      Needs needs = new TableNeeds(table.client(meter), table.name(), fingerprints);
      Need.Edit edit = NeedSamples.published(1, NeedSamples.water());
      String need = edit.after().id();
      costs("publish a need", () -> assertThat(needs.save(edit)).isTrue());
      costs("a need", () -> assertThat(needs.find(need)).isPresent());
      costs("needs of a province", () -> needs.open(Samples.BENI_MELLAL, "", 20));
      costs("needs without ideas", () -> assertThat(needs.unanswered("05")).hasSize(1));
      Journey journey = Journey.begins(ideas, anIdea().saying(Samples.answering(need))).confirmed();
      Command approve = new Command.Decide(Choice.APPROVE, 1, MODERATOR, "");
      saves("approve what answers a need", journey.edit(approve, MODERATOR, ""));
      costs("needs of a region with their ideas", () -> needs.all("05", "", 20));
      costs("ideas that answer a need", () -> needs.answers(need, "", 20));
    }

    private void staff() {
      Member member =
          new Employees(
                  new TableStaff(table.client(), table.name(), fingerprints, () -> Employees.HEAD))
              .employ("05", "hajar@example.org", Language.FR, Set.of(Role.MODERATOR));
      Random random = new Random(5);
      SessionToken browser = SessionToken.fresh("01JTWZSIGNIN00000000000005", random);
      SessionToken session = SessionToken.fresh(member.id(), random);
      SignIn signIn =
          new SignIn(
              browser.id(), Optional.of(member.id()), browser.hash(), MONDAY.plus(SignIn.LASTS), 0);
      costs("ask to sign in", () -> signIns.ask(signIn, MONDAY));
      costs("sign-in on its way", () -> signIns.find(signIn.id()));
      costs(
          "sign in", () -> assertThat(signIns.exchange(signIn, member, session, MONDAY)).isTrue());
      costs("session", () -> assertThat(signIns.session(session)).isPresent());
      costs("what a region says", () -> delegations.of("05"));
      needs();
      Imports.Batch batch =
          Imports.Batch.begun("01JTWZBATCH000000000000001", "05", member.id(), MONDAY, 2);
      costs("begin an import", () -> imports.keep(batch));
      costs("imports of a region", () -> imports.of("05", "", 20));
      Audit.Filter filter =
          new Audit.Filter(
              "05",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(MONDAY.minus(Duration.ofDays(1))),
              Optional.empty());
      costs("audit", () -> audit.entries(filter, "", 5, MONDAY.plus(Duration.ofDays(1))));
    }

    private void rounds() {
      RoundSamples.Sample sample = RoundSamples.aRound();
      costs("draft a round", () -> rounds.save(draft(sample)));
      costs("drafts of a region", () -> rounds.drafts("05"));
      Round draft = rounds.find(sample.id()).orElseThrow();
      costs("announce a round", () -> assertThat(rounds.save(announcement(draft))).isTrue());
      costs("round", () -> rounds.find(round.id()));
      costs("rounds of a region", () -> rounds.announced("05", "", 20));
      costs("why a round was cancelled", () -> rounds.reason(round.id()));
      Samples.Sample sent = anIdea().sentAt(RoundSamples.OPENS);
      costs("submit for a round", () -> metered.submit(sent.submissionFor(round, Via.AUTHOR, "")));
      Journey journey = Journey.published(ideas, anIdea());
      Instant at = RoundSamples.OPENS;
      Command enter = new Command.Enter(round.id(), Via.AUTHOR, RoundSamples.JURY);
      Ideas.Edit edit = journey.edit(enter, "", "");
      Ideas.Ticket ticket = new Ideas.Ticket(round, Via.AUTHOR, at, "");
      costs("enter a round", () -> metered.enter(edit, ticket));
      costs("entries of a round", () -> entries.page(round.id(), "", 5));
      costs("what waits in a round", () -> entries.waiting(round.id(), "", 5));
      costs("what is shown of a round", () -> entries.shown(round.id(), "", 5));
      Contact contact = Samples.fatima().contact();
      costs("issue a late code", () -> lateCodes.issue(round, "K7QM2XWP", contact, "", at));
    }

    private void jury() {
      Jury none = juries.of(round.id(), "05");
      JuryOutcome.Accepted listed = decided(none, enlist("amina"));
      costs("list a juror", () -> assertThat(juries.save(none, listed, "", MONDAY)).isTrue());
      Jury accepted = saved(listed.jury(), accept("amina"));
      saved(accepted, assign("amina: a b"));
      costs("a juror's seat", () -> juries.seat(round.id(), "amina"));
      Instant at = RoundSamples.JURY.plusSeconds(1);
      TreeMap<String, Integer> marks = new TreeMap<>(Map.of("INNOVATION", 4, "IMPACT", 5));
      BallotPaper blank = BallotPaper.blank("amina", "a", at);
      BallotPaper draft = blank.rewritten(marks, "Chiffrez.", "Solide.", false, at);
      BallotPaper other = draft.rewritten(marks, "Chiffrez tout.", "Solide.", false, at);
      BallotPaper review = other.rewritten(marks, "Chiffrez tout.", "Solide.", true, at);
      costs("keep a draft", () -> keep(blank, draft));
      costs("keep a draft again", () -> keep(draft, other));
      costs("submit a review", () -> keep(other, review));
      costs("what a juror wrote", () -> papers.by(round.id(), "amina"));
      costs("what is written about an idea", () -> papers.about(round.id(), "a"));
      costs("the jury", () -> juries.of(round.id(), "05"));
      costs("how far every review is", () -> assertThat(papers.progress(round.id())).hasSize(1));
    }

    private void uptake(int waiting) {
      Uptakes kept = new TableUptakes(table.client(), table.name(), fingerprints);
      Uptakes asked = new TableUptakes(table.client(meter), table.name(), fingerprints);
      String idea = Journey.published(ideas, anIdea().saying(Samples.offered())).id();
      costs("who wants an idea", () -> assertThat(asked.find(idea)).isPresent());
      Instant tuesday = MONDAY.plus(Duration.ofDays(1));
      Uptakes.Edit ask =
          Candidate.asking(kept, idea, "01JTXY", Samples.BENI_MELLAL, Candidate.ITTO, tuesday);
      Ideas.Once once = new Ideas.Once("key", "content", Duration.ofDays(1));
      costs(
          "ask for an idea",
          () -> assertThat(asked.ask(ask, once)).isEqualTo(new Uptakes.Asking.Kept()));
      Candidate itto = Candidate.asks(kept, idea);
      String id = itto.id();
      saves("confirm a request", asked, itto.edit(new UptakeCommand.Confirm(id, false), ""));
      saves("agree to a request", asked, itto.edit(new UptakeCommand.Answer(id, true), ""));
      Progress founded =
          new Progress(
              Stage.REGISTERED,
              OptionalInt.of(9),
              OptionalInt.of(3),
              Optional.of(Candidate.REGISTRATION));
      saves("say how it is going", asked, itto.edit(new UptakeCommand.Report(id, founded), ""));
      for (int i = 0; i < waiting; i++) {
        Candidate.asks(kept, Journey.published(ideas, anIdea().saying(Samples.offered())).id());
      }
      costs("who waits in a region", () -> asked.of("05", Uptakes.Shelf.WAITING, "", 2));
    }

    private void saves(String path, Uptakes uptakes, Uptakes.Edit edit) {
      costs(path, () -> assertThat(uptakes.save(edit)).isTrue());
    }

    private void keep(BallotPaper before, BallotPaper after) {
      assertThat(papers.keep(round, before, after)).isEqualTo(Papers.Kept.KEPT);
    }

    private Jury saved(Jury before, JuryCommand command) {
      JuryOutcome.Accepted accepted = decided(before, command);
      assertThat(juries.save(before, accepted, "", MONDAY)).isTrue();
      return accepted.jury();
    }

    private static JuryOutcome.Accepted decided(Jury jury, JuryCommand command) {
      return JurySamples.decided(jury, command, Phase.JUDGING, MONDAY);
    }

    private static Rounds.Edit draft(RoundSamples.Sample sample) {
      return new Rounds.Edit(
          Optional.empty(), sample.drafted(), RoundSamples.ORGANISER, MONDAY, "");
    }

    private static Rounds.Edit announcement(Round draft) {
      RoundOutcome outcome =
          RoundLife.decide(draft, new RoundCommand.Announce(Edition.ROOM_CODE), MONDAY);
      return new Rounds.Edit(
          Optional.of(draft), (RoundOutcome.Accepted) outcome, RoundSamples.ORGANISER, MONDAY, "");
    }

    private void saves(String path, Ideas.Edit edit) {
      costs(path, () -> assertThat(metered.save(edit)).isTrue());
      assertThat(ideas.find(edit.after().id())).isEqualTo(Optional.of(edit.result()));
    }

    private void costs(String path, Runnable action) {
      Meter.Cost cost = meter.of(action);
      costs.append(
          String.format(Locale.ROOT, "%-36s %d %5.1f\n", path, cost.requests(), cost.units()));
    }
  }
}
