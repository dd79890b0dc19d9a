package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.Fingerprints;
import twiza.access.SignedLinks;
import twiza.access.SignedLinks.Link;
import twiza.http.Contract;
import twiza.http.Desk;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.idea.Author;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.Sheet;
import twiza.jury.Juries;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.JuryLife;
import twiza.jury.JuryOutcome;
import twiza.jury.Papers;
import twiza.jury.Work;
import twiza.place.Language;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundSamples;
import twiza.round.Rounds;
import twiza.round.Via;
import twiza.scoring.results.ResultsRoutes;
import twiza.settings.FirstAdmin;
import twiza.settings.TestKeys;
import twiza.snapshot.Chance;
import twiza.staff.Doorkeeper;
import twiza.staff.Employees;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.SignIns;
import twiza.table.LocalTable;
import twiza.table.TableAuthors;
import twiza.table.TableEntries;
import twiza.table.TableIdeas;
import twiza.table.TableJuries;
import twiza.table.TableLimits;
import twiza.table.TableNeeds;
import twiza.table.TablePapers;
import twiza.table.TableRankings;
import twiza.table.TableResults;
import twiza.table.TableRounds;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;

/**
 * A jury at work: the scoring functions on a fresh table, with a round of region 05, its organiser,
 * a moderator, and an organiser of another region. Every answer has to keep to the contract.
 */
final class JuryRoom {

  static final String SITE = TestKeys.settings().siteUrl();

  /** As often as the queue gives out a message before it goes where what failed is kept. */
  private static final int MOST_RECEIVED = 5;

  private static final Contract CONTRACT = Contract.load();

  final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  final Rounds rounds;
  final Ideas ideas;
  final TableEntries entries;
  final Juries juries;
  final Papers papers;
  private int deeds;
  private final SignIns signIns;
  private final Doorkeeper door;
  private final SignedLinks links = TestKeys.links();
  private final Random random = new Random(6);
  private final Chance chance = new Chance(() -> random);
  private final ScoringFunction function;
  private final JuryWorkFunction work;
  final Member organiser;
  final Member moderator;
  final Member stranger;
  private Map<String, String> lastHeaders = Map.of();
  private String lastBody = "";
  Edition edition;
  Instant now = Samples.MONDAY.plus(Duration.ofHours(1));

  JuryRoom(RoundSamples.Sample sample) {
    rounds = new TableRounds(table.client(), table.name(), fingerprints);
    ideas = new TableIdeas(table.client(), table.name(), fingerprints);
    entries = new TableEntries(table.client(), table.name(), fingerprints);
    juries = new TableJuries(table.client(), table.name());
    papers = new TablePapers(table.client(), table.name());
    signIns = new TableSignIns(table.client(), table.name(), () -> "DEED" + ++deeds);
    door = new Doorkeeper(signIns, random);
    TableStaff staff =
        new TableStaff(
            table.client(),
            table.name(),
            fingerprints,
            FirstAdmin.of(TestKeys::settings, fingerprints));
    Employees employees = new Employees(staff);
    organiser =
        employees.employ("05", "organiser@example.org", Language.FR, EnumSet.of(Role.ORGANISER));
    moderator =
        employees.employ("05", "moderator@example.org", Language.FR, EnumSet.of(Role.MODERATOR));
    stranger =
        employees.employ("06", "elsewhere@example.org", Language.FR, EnumSet.of(Role.ORGANISER));
    edition = Edition.announced(rounds, sample);
    function = new ScoringFunction(parts(table.client()));
    Map<String, String> environment = new HashMap<>(table.environment());
    environment.put("TWIZA_INDEX_KEY", "index-key");
    work = new JuryWorkFunction(environment, () -> now);
  }

  /** The same function over a client that counts what it costs. */
  ScoringFunction over(DynamoDbClient client) {
    return new ScoringFunction(parts(client));
  }

  private ScoringFunction.Parts parts(DynamoDbClient client) {
    return new ScoringFunction.Parts(
        new TableRounds(client, table.name(), fingerprints),
        new TableEntries(client, table.name(), fingerprints),
        new TableIdeas(client, table.name(), fingerprints),
        new TableAuthors(client, table.name()),
        new TableJuries(client, table.name()),
        new TablePapers(client, table.name()),
        new TableNeeds(client, table.name(), fingerprints),
        links,
        new TableLimits(client, table.name()),
        TestKeys::settings,
        chance,
        new Desk(signIns, () -> SITE),
        new ResultsRoutes.Parts(
            new TableRounds(client, table.name(), fingerprints),
            new TableEntries(client, table.name(), fingerprints),
            new TableJuries(client, table.name()),
            new TablePapers(client, table.name()),
            new TableRankings(client, table.name()),
            new TableResults(client, table.name()),
            fingerprints,
            () -> TestKeys.settings().juryKept()));
  }

  Round round() {
    return edition.round();
  }

  Jury jury() {
    return juries.of(edition.id(), "05");
  }

  // Ideas

  /** An idea that a moderator has approved, by somebody of a cooperative of their own. */
  String enters(String title) {
    return enters(title, author(title));
  }

  String enters(String title, Author author) {
    return enters(Samples.titled(title), author);
  }

  String enters(Sheet sheet, Author author) {
    Journey journey = Journey.published(ideas, Samples.anIdea().saying(sheet).by(author));
    assertThat(journey.enters(round(), Via.AUTHOR, OPENS.plus(Duration.ofHours(1)), ""))
        .isEqualTo(Ideas.Entering.TAKEN);
    return journey.id();
  }

  /** One that waits for a moderator. */
  String waits(String title) {
    Journey journey =
        Journey.begins(ideas, Samples.anIdea().saying(Samples.titled(title)).by(author(title)))
            .confirmed();
    assertThat(journey.enters(round(), Via.AUTHOR, OPENS.plus(Duration.ofHours(1)), ""))
        .isEqualTo(Ideas.Entering.TAKEN);
    return journey.id();
  }

  static Author author(String title) {
    String domain = "coop-" + Integer.toHexString(title.hashCode()) + ".example";
    return author("Coopérative " + title, new Contact.Email("contact@" + domain), Language.FR);
  }

  static Author author(String name, Contact contact, Language language) {
    Author fatima = Samples.fatima();
    return new Author(
        Author.Kind.COOPERATIVE,
        name,
        contact,
        language,
        fatima.gender(),
        fatima.ageBand(),
        fatima.consent(),
        fatima.credentials(),
        fatima.confirmation(),
        Optional.empty());
  }

  /** Time comes to one minute after the jury begins, and every idea knows. */
  void judgingOpens() {
    now = JURY.plus(Duration.ofMinutes(1));
    edition.moved(now);
    for (Entrant entrant : entries.of(edition.id()).toList()) {
      if (entrant.place() == Entry.Place.ENTERED) {
        Dossier dossier = ideas.find(entrant.idea()).orElseThrow();
        Journey journey = Journey.continues(ideas, entrant.idea());
        Command open = dossier.beforeTheJury(edition.round());
        assertThat(ideas.save(journey.edit(open, "", ""))).isTrue();
      }
    }
    sharesOut();
  }

  void judgingCloses() {
    now = RoundSamples.RESULTS;
    edition.moved(now);
  }

  /** Judging is over, and everything that came in time is kept. */
  void juryIsDone() {
    now = RoundSamples.RESULTS.plus(Duration.ofMinutes(1));
    settles(Phase.JUDGING);
    edition.moved(now);
    settles(Phase.CLOSED);
    assertThat(round().phase()).isEqualTo(Phase.CLOSED);
  }

  private void settles(Phase phase) {
    RoundCommand settle = new RoundCommand.Settle(phase);
    rounds.settle(round(), "", now, "", it -> RoundLife.decide(it, settle, now));
  }

  // Work

  /** What the queue asks for is done. */
  void sharesOut() {
    works(Work.Kind.ASSIGN);
  }

  void works(Work.Kind kind) {
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId("message");
    message.setBody(new Work(kind, edition.id()).body());
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    boolean done = false;
    for (int received = 0; received < MOST_RECEIVED && !done; received++) {
      done = work.handleRequest(event, Invocation.of("jury-work")).getBatchItemFailures().isEmpty();
    }
    assertThat(done).isTrue();
  }

  // What is asked

  /** What came back. */
  record Answer(int status, JsonNode json) {

    Answer is(int expected) {
      assertThat(status).as(json.toString()).isEqualTo(expected);
      return this;
    }

    String text(String field) {
      return json.path(field).asText();
    }

    String code() {
      return text("code");
    }

    /** The code of what is wrong with a field; empty when nothing is. */
    String fault(String field) {
      return json.path("errors")
          .valueStream()
          .filter(error -> error.path("field").asText().equals(field))
          .map(error -> error.path("code").asText())
          .findFirst()
          .orElse("");
    }
  }

  private Answer answer(Requests request) {
    APIGatewayV2HTTPResponse response =
        function.handleRequest(request.at(now).event(), Invocation.of("scoring"));
    lastHeaders = response.getHeaders();
    lastBody = response.getBody();
    return new Answer(response.getStatusCode(), CONTRACT.holds(request, response));
  }

  /** The text of what came back last, such as a file. */
  String body() {
    return lastBody;
  }

  String header(String name) {
    return lastHeaders.getOrDefault(name, "");
  }

  /** Whoever carries a token, or nobody. */
  Answer carrying(String token, Requests request) {
    return answer(token.isEmpty() ? request : request.bearer(token));
  }

  Answer says(String juror, Requests request) {
    return carrying(token(juror), request);
  }

  String token(String juror) {
    return token(edition.id(), juror);
  }

  String token(String round, String juror) {
    return links.sign(new Link.Judge(round, juror), now.plus(Duration.ofDays(30)));
  }

  String expiredToken(String juror) {
    return links.sign(new Link.Judge(edition.id(), juror), now);
  }

  String decisionToken() {
    return links.sign(new Link.Decide(moderator.id(), "none", 1), now.plus(Duration.ofDays(1)));
  }

  /** The organiser asks, about the round. */
  Answer desk(Requests request) {
    return desk(organiser, request);
  }

  Answer desk(Member member, Requests request) {
    return answer(atTheDesk(member, request));
  }

  /** The organiser's request, about the round, before it is sent. */
  Requests atTheDesk(Requests request) {
    return atTheDesk(organiser, request).at(now);
  }

  private Requests atTheDesk(Member member, Requests request) {
    return request
        .path("id", edition.id())
        .header("origin", SITE)
        .cookie("__Host-session", door.session(member, now).toString());
  }

  // People of the jury

  /** Somebody is put on the list; an address at a domain of their own unless it says otherwise. */
  String lists(String name) {
    return lists(name, name.toLowerCase(Locale.ROOT) + "@" + name + ".example");
  }

  String lists(String name, String email) {
    String id = chance.id();
    does(new JuryCommand.Enlist(id, name, new Contact.Email(email), Language.FR, ""));
    return id;
  }

  /** It happens without a request, of which stories would make very many. */
  private void does(JuryCommand command) {
    Juries.Settled settled =
        juries.settle(
            round(),
            organiser.id(),
            now,
            jury -> JuryLife.decide(jury, command, round().phaseAt(now), now));
    assertThat(settled.outcome()).isInstanceOf(JuryOutcome.Accepted.class);
  }

  void invitesAll() {
    desk(Requests.post("/api/desk/rounds/{id}/invitations").json(Map.of())).is(200);
  }

  /** Somebody who has accepted, and reads French and Arabic. */
  String accepts(String name) {
    return joins(lists(name));
  }

  String accepts(String name, String email) {
    return joins(lists(name, email));
  }

  private String joins(String id) {
    does(new JuryCommand.Invite(Set.of(id)));
    does(new JuryCommand.Accept(id, "", EnumSet.of(Language.FR, Language.AR), Map.of()));
    return id;
  }

  static Map<String, Object> acceptance() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("accept", true);
    body.put("organisation", "");
    body.put("reads", List.of("fr", "ar"));
    body.put("conflicts", List.of());
    return body;
  }

  Answer ballot(String juror) {
    return says(juror, Requests.get("/api/jury/ballot"));
  }

  Answer reads(String juror, String idea) {
    return says(juror, Requests.get("/api/jury/ideas/{id}").path("id", idea));
  }

  static Map<String, Object> paper(long version, boolean submitted, int innovation, int impact) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", version);
    body.put("marks", Map.of("INNOVATION", innovation, "IMPACT", impact));
    body.put("comment", "Chiffrez les débouchés.");
    body.put("note", "Solide.");
    body.put("submitted", submitted);
    return body;
  }

  Answer writes(String juror, String idea, Map<String, Object> body) {
    return says(juror, Requests.put("/api/jury/reviews/{id}").path("id", idea).json(body));
  }

  void submits(String juror, String idea) {
    writes(juror, idea, paper(0, true, 4, 5)).is(200);
  }

  Answer recuses(String juror, String idea, String kind) {
    return says(
        juror,
        Requests.post("/api/jury/recusals/{id}").path("id", idea).json(Map.of("kind", kind)));
  }

  JsonNode overview() {
    return desk(Requests.get("/api/desk/rounds/{id}/jury")).is(200).json();
  }

  JsonNode overview(String juror) {
    return overview()
        .path("jurors")
        .valueStream()
        .filter(it -> it.path("id").asText().equals(juror))
        .findFirst()
        .orElseThrow();
  }

  Set<String> readers(String idea) {
    return Set.copyOf(
        jury().jurors().stream().filter(it -> it.ideas().contains(idea)).map(Juror::id).toList());
  }
}
