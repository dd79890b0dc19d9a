package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import twiza.acceptance.Caller.Answer;

/**
 * Programs between the mail server and the reader open every link, and again, and press buttons.
 */
class MailScannersTest {

  private static final List<String> AGENTS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
          "Mozilla/5.0 (compatible; ScanMail/14.0)",
          "Barracuda Link Protect",
          "curl/8.9.1",
          "");

  private final Station station = Station.shared();
  private final String title = Station.unique("Une laiterie de montagne");

  /** Each of fifty goes, from elsewhere and as somebody else. */
  private void fiftyTimes(Consumer<Caller> go) {
    for (int i = 0; i < 50; i++) {
      Caller scanner = station.anybody().from("198.51.100." + i);
      String agent = AGENTS.get(i % AGENTS.size());
      go.accept(agent.isEmpty() ? scanner : scanner.with("User-Agent", agent));
    }
  }

  @Test
  void openingAConfirmationConfirmsNothing() {
    Author author = Author.sends(station, title);
    String token = station.inboxOf(author.email()).awaitMail("/confirm/").token("confirm");
    List<String> before = settled(author);
    fiftyTimes(
        scanner -> {
          for (String page : List.of("/fr/confirm/", "/ar/confirm/", "/fr/confirm/done/")) {
            assertThat(scanner.get(page).status()).isEqualTo(200);
            assertThat(scanner.head(page).status()).isEqualTo(200);
          }
          Caller bearer = scanner.bearing(token);
          assertThat(bearer.get("/api/ideas/confirmation").status()).isEqualTo(404);
          assertThat(bearer.head("/api/ideas/confirmation").status()).isEqualTo(404);
        });
    assertThat(author.state()).isEqualTo("UNCONFIRMED");
    assertThat(WholeTable.itemsWith(author.id())).isEqualTo(before);
  }

  @Test
  void openingAModeratorsLinkDecidesNothing() {
    Author author = Author.sends(station, title).confirms();
    Caller moderator = station.moderator(title);
    List<String> before = settled(author);
    Answer shown = moderator.get("/api/moderation/decision");
    fiftyTimes(
        scanner -> {
          assertThat(scanner.get("/fr/decide/").status()).isEqualTo(200);
          assertThat(scanner.head("/fr/decide/").status()).isEqualTo(200);
          Caller bearer = scanner.with("Authorization", moderator.header("Authorization"));
          assertThat(bearer.get("/api/moderation/decision").body()).isEqualTo(shown.body());
          assertThat(bearer.head("/api/moderation/decision").status()).isEqualTo(404);
        });
    assertThat(author.state()).isEqualTo("PENDING");
    assertThat(WholeTable.itemsWith(author.id())).isEqualTo(before);
  }

  @Test
  void openingAnAuthorsLinkChangesNothing() {
    Author author = Author.sends(station, title).confirms();
    station.moderator(title);
    List<String> before = settled(author);
    String shown = author.caller().get("/api/my/idea").body();
    fiftyTimes(
        scanner -> {
          assertThat(scanner.get("/fr/follow/").status()).isEqualTo(200);
          assertThat(scanner.head("/fr/follow/").status()).isEqualTo(200);
          Caller bearer = scanner.with("Authorization", author.caller().header("Authorization"));
          assertThat(bearer.get("/api/my/idea").body()).isEqualTo(shown);
          assertThat(bearer.head("/api/my/idea").status()).isEqualTo(404);
          assertThat(bearer.get("/api/my/receipt").status()).isEqualTo(200);
          assertThat(bearer.get("/api/my/qr").status()).isEqualTo(200);
        });
    assertThat(WholeTable.itemsWith(author.id())).isEqualTo(before);
  }

  @Test
  void pressingAButtonWithoutAChoiceDecidesNothing() {
    Author author = Author.sends(station, title).confirms();
    Caller moderator = station.moderator(title);
    List<String> before = settled(author);
    String path = "/api/moderation/decision";
    for (Object body :
        List.of("", "{}", Map.of("revision", 1), Map.of("choice", "", "revision", 1))) {
      assertThat(moderator.post(path, body).status()).as("%s", body).isIn(400, 422);
    }
    Map<String, Object> unexplained = Map.of("choice", "REJECT", "revision", 1, "reason", "  ");
    assertThat(moderator.post(path, unexplained).status()).isEqualTo(422);
    assertThat(moderator.post(path, Map.of("choice", "APPROVE")).status()).isEqualTo(422);
    Map<String, String> form = Map.of("choice", "APPROVE", "revision", "1");
    assertThat(moderator.postForm(path, form).status()).isEqualTo(415);
    assertThat(author.state()).isEqualTo("PENDING");
    assertThat(WholeTable.itemsWith(author.id())).isEqualTo(before);
  }

  @Test
  void noLinkInAMailNamesAChoice() {
    Author.sends(station, title).confirms();
    station.moderator(title);
    station.mails("moderator@example.org").stream()
        .filter(mail -> mail.text().contains(title))
        .flatMap(mail -> mail.links().stream())
        .forEach(
            link ->
                assertThat(link).doesNotContainIgnoringCase("approve", "choice", "reject", "?"));
  }

  /** What the table holds of an idea, once every mail about it is marked as sent. */
  private static List<String> settled(Author author) {
    await()
        .atMost(Patience.LONG)
        .until(
            () ->
                WholeTable.itemsWith(author.id()).stream()
                    .filter(item -> item.contains("S=MAIL#"))
                    .allMatch(item -> item.contains("sentAt")));
    return WholeTable.itemsWith(author.id());
  }
}
