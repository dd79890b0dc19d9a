package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.http.Invocation;
import twiza.idea.Call;
import twiza.idea.Idea;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.uptake.Terms;

/** SES takes a mail and learns only afterwards what became of it. */
class AMailComesBackLaterTest {

  private final PostOffice office = new PostOffice();
  private final Journey idea = Journey.begins(office.ideas, Samples.anIdea());
  private final BounceFunction function =
      new BounceFunction(
          office.ideas, office.uptakes, () -> Terms.USUAL, InstantSource.system(), office.watched);

  @AfterEach
  void close() {
    office.close();
  }

  private void comesBack(String kind, String tag) {
    Map<String, Object> mail = Map.of("tags", Map.of("errand", List.of(tag)));
    Map<String, Object> event =
        Map.of("source", "aws.ses", "detail-type", kind, "detail", Map.of("mail", mail));
    function.handleRequest(event, Invocation.of("bounce"));
  }

  private static String tag(String idea, String recipient) {
    return new Errand("IDEA#" + idea, "EVENT#0000000001", "SUBMITTED", recipient).tag();
  }

  private Idea now() {
    return office.ideas.find(idea.id()).orElseThrow().idea();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Email Bounced", "Email Complaint Received"})
  void the_author_is_called(String kind) {
    comesBack(kind, tag(idea.id(), Errand.AUTHOR));
    assertThat(now().call().orElseThrow().why()).isEqualTo(Call.Why.BOUNCED);
    assertThat(office.watched.lines()).containsExactly("mail bounced");
  }

  @Test
  void the_same_news_twice_change_nothing_more() {
    comesBack("Email Bounced", tag(idea.id(), Errand.AUTHOR));
    Idea before = now();
    comesBack("Email Bounced", tag(idea.id(), Errand.AUTHOR));
    assertThat(now()).isEqualTo(before);
  }

  @Test
  void a_mail_to_staff_or_about_an_idea_that_is_gone_is_counted_only() {
    comesBack("Email Bounced", tag(idea.id(), Errand.toMember("somebody")));
    comesBack("Email Bounced", tag("none", Errand.AUTHOR));
    assertThat(now().call()).isEmpty();
    assertThat(office.watched.lines()).containsExactly("mail bounced", "mail bounced");
  }

  @Test
  void a_mail_that_is_none_of_ours_ends_among_what_failed() {
    assertThatThrownBy(() -> comesBack("Email Bounced", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_tag_is_made_of_what_ses_allows_and_short_enough() {
    String id = "01KG0Z3V9QW7M4T2R8N6P5D1XA";
    Errand aboutAnAddress =
        new Errand(
            "EMAIL#" + "f".repeat(64),
            "EVENT#0000000001",
            Errand.SIGN_IN_ASKED,
            Errand.toMember(id));
    Errand aboutALink =
        new Errand(
            "ROUND#" + id,
            "EVENT#JURYLINK#" + id + "#2027-02-07T01:30:00.000Z",
            "JURY_LINK_ASKED",
            Errand.toJuror(id));
    assertThat(List.of(aboutAnAddress, aboutALink))
        .allSatisfy(
            errand -> {
              assertThat(errand.tag()).matches("[A-Za-z0-9_-]{1,256}");
              assertThat(Errand.ofTag(errand.tag())).isEqualTo(errand);
            });
  }
}
