package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.notification.AnAuthorIsToldTest.author;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.http.Contract;
import twiza.http.Desk;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.place.Places;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.SessionToken;
import twiza.staff.SignIn;
import twiza.table.TableSignIns;

/** An organiser reads what an author is going to get, and the author gets that very letter. */
class ALetterIsShownBeforeTest {

  private static final Contract CONTRACT = Contract.load();
  private static final Instant INVITED = CLOSES.minus(Duration.ofDays(2));
  private static final Instant BEGUN = JURY.plus(Duration.ofHours(1));
  private static final String ITTO = "itto@example.org";

  private final PostOffice office = new PostOffice();
  private final AJury jury = AJury.of(office, aRound());
  private final Random random = new Random(5);
  private final TableSignIns signIns =
      new TableSignIns(office.table.client(), office.table.name(), () -> "DEED" + random.nextInt());
  private Member organiser;
  private LettersFunction function;

  @BeforeEach
  void employ() {
    organiser = employed("organiser@example.org", "05", Role.ORGANISER);
    Links links = new Links(office::settings, office.fingerprints, office.signed, office.ideas);
    Letterhead letterhead = new Letterhead(Places.load(), office.delegations);
    function =
        new LettersFunction(
            new LettersFunction.Parts(
                office.rounds,
                office.ideas,
                new ResultLetters(office.results, links, letterhead),
                new Page(),
                new Desk(signIns, () -> PostOffice.SITE)));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Member employed(String address, String region, Role role) {
    return office.employees.employ(region, address, Language.FR, EnumSet.of(role));
  }

  private void isRanked(Language language) {
    jury.reads("thyme", Samples.anIdea().by(author(language)));
    jury.reads("walnuts", Samples.anIdea().by(Samples.moha()));
    jury.lists("Amina", Language.FR, INVITED).invites(INVITED).accepts("Amina", INVITED);
    jury.begins().assigns(BEGUN, "Amina: thyme walnuts");
    jury.marks("Amina", "thyme", 4, "Chiffrez le transport.", BEGUN);
    jury.marks("Amina", "walnuts", 2, "Où sont les noyers ?", BEGUN);
    jury.ends().ranks(RESULTS, "thyme", "walnuts").decides("thyme", List.of(), RESULTS);
    office.mails();
  }

  private JsonNode asked(int status, Member member, String idea, Instant at) {
    Requests request =
        Requests.get("/api/desk/rounds/{id}/letters")
            .path("id", jury.id())
            .query("idea", idea)
            .at(at)
            .cookie("__Host-session", session(member, at).toString());
    APIGatewayV2HTTPResponse response =
        function.handleRequest(request.event(), Invocation.of("letters"));
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(status);
    return CONTRACT.holds(request, response);
  }

  private SessionToken session(Member member, Instant at) {
    SessionToken browser = SessionToken.fresh("SIGNIN" + random.nextInt(), random);
    Instant until = at.plus(Duration.ofMinutes(1));
    SignIn signIn = new SignIn(browser.id(), Optional.of(member.id()), browser.hash(), until, 0);
    signIns.ask(signIn, at);
    SessionToken session = SessionToken.fresh(member.id(), random);
    assertThat(signIns.exchange(signIn, member, session, at)).isTrue();
    return session;
  }

  private String id(String idea) {
    return jury.idea(idea).id();
  }

  @ParameterizedTest
  @EnumSource(names = {"FR", "AR"})
  void it_is_the_letter_that_the_author_gets_but_for_what_opens_their_idea(Language language) {
    isRanked(language);
    int credentials = credentials();

    JsonNode shown = asked(200, organiser, id("thyme"), RESULTS.plusSeconds(60));

    assertThat(credentials()).isEqualTo(credentials);
    assertThat(shown.path("language").asText()).isEqualTo(language.tag());
    assertThat(shown.path("mailed").asBoolean()).isTrue();
    jury.publishes(RESULTS.plus(Duration.ofHours(1)));
    Received mail = office.onlyMailTo(ITTO);
    String token = "#token=" + mail.token("follow");
    assertThat(mail.subject()).isEqualTo(shown.path("subject").asText());
    assertThat(mail.text().strip().replace(token, ""))
        .isEqualTo(shown.path("text").asText().strip());
    assertThat(mail.html().strip().replace(token, ""))
        .isEqualTo(shown.path("html").asText().strip());
  }

  private int credentials() {
    return jury.idea("thyme").dossier().author().orElseThrow().credentials().size();
  }

  @Test
  void who_is_called_has_a_letter_to_be_read_out() {
    isRanked(Language.FR);
    JsonNode shown = asked(200, organiser, id("walnuts"), RESULTS.plusSeconds(60));
    assertThat(shown.path("mailed").asBoolean()).isFalse();
    assertThat(shown.path("text").asText()).contains("Où sont les noyers ?", "Moha Ou Hammou");
  }

  @Test
  void nobody_reads_it_before_the_jury_is_done_or_from_elsewhere() {
    isRanked(Language.FR);
    Member elsewhere = employed("elsewhere@example.org", "06", Role.ORGANISER);
    Member moderator = employed("reads@example.org", "05", Role.MODERATOR);
    Instant after = RESULTS.plusSeconds(60);
    asked(403, elsewhere, id("thyme"), after);
    asked(403, moderator, id("thyme"), after);
    asked(404, organiser, "01JTWZNOSUCHIDEA0000000000", after);
    assertThat(asked(422, organiser, "", after).at("/errors/0/field").asText()).isEqualTo("idea");
  }

  @Test
  void nobody_reads_it_while_the_jury_reads() {
    jury.reads("thyme", Samples.anIdea()).begins();
    assertThat(asked(409, organiser, id("thyme"), BEGUN).path("code").asText())
        .isEqualTo("ROUND_NOT_CLOSED");
  }

  @Test
  void whoever_is_erased_gets_none() {
    isRanked(Language.FR);
    jury.idea("thyme").erased(true);
    asked(404, organiser, id("thyme"), RESULTS.plusSeconds(60));
  }
}
