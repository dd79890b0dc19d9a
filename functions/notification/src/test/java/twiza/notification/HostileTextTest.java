package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.idea.Choice;
import twiza.idea.Journey;
import twiza.idea.Samples;

class HostileTextTest {

  private static final String ADDRESS = "Fatima.Amrani@example.org";

  private final PostOffice office = new PostOffice();

  @AfterEach
  void close() {
    office.close();
  }

  private Journey idea(String title) {
    return Journey.begins(office.ideas, Samples.anIdea().saying(Samples.titled(title)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thym\r\nBcc: victim@example.org\r\n\r\nfree text",
        "Thym\nBcc: victim@example.org",
        "Thym\rBcc: victim@example.org",
        "Thé\r\nBcc: victim@example.org"
      })
  void adds_no_header_and_no_recipient(String title) {
    idea(title).confirmed();
    assertThat(office.mails())
        .hasSize(2)
        .allSatisfy(
            mail -> {
              assertThat(mail.header("Bcc")).isEmpty();
              assertThat(mail.subject()).doesNotContain("\r", "\n").contains("Bcc: victim");
              assertThat(mail.to()).isIn(ADDRESS, PostOffice.MODERATOR);
            });
  }

  @Test
  void runs_nothing_in_html() {
    String title = "<script>alert('thym')</script>\"><img src=x onerror=alert(1)>";
    idea(title).confirmed();
    assertThat(office.mails())
        .hasSize(2)
        .allSatisfy(
            mail ->
                assertThat(mail.html())
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script", "<img"));
  }

  @Test
  void does_not_leave_its_isolate() {
    idea("Thym\u2069 \u202Eétibed\u2066 فكرة").confirmed();
    assertThat(office.mailsTo(PostOffice.MODERATOR))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.subject()).isEqualTo("À lire\u00a0: \u2068Thym étibed فكرة\u2069"));
  }

  @Test
  void passes_no_link_of_its_own_off_as_the_system_s() {
    Journey idea = idea("Thym").confirmed();
    office.mails();
    idea.decided(Choice.REJECT, "Voir\nhttps://elsewhere.example.com/follow/#token=x\nmerci");
    Received mail = office.onlyMailTo(ADDRESS);
    assertThat(mail.text()).contains("> https://elsewhere.example.com");
    assertThat(mail.html()).doesNotContain("href=\"https://elsewhere");
  }
}
