package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.access.Busy;
import twiza.catalogue.Reader.Answer;
import twiza.http.Contract;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.idea.Bank;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.idea.Publication;
import twiza.idea.Samples;
import twiza.place.Language;
import twiza.table.TableResults;

/** Anybody reads the bank in a browser, with or without scripts, in any of its languages. */
class PagesOfTheBankTest {

  private static final String HOSTILE = "<script>alert(\"1\")</script> & \u202eco";

  private final Reader reader = new Reader();

  @ParameterizedTest
  @EnumSource
  void whatAnAuthorWroteIsTextAndNothingElse(Language language) {
    String id = reader.publishes(Samples.anIdea().saying(Samples.titled(HOSTILE)).named()).id();
    for (Answer page : List.of(reader.page(language.tag(), id), reader.bankPage(language.tag()))) {
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.headers().get("Content-Type")).isEqualTo("text/html; charset=utf-8");
      assertThat(page.body())
          .contains("&lt;script&gt;alert(")
          .doesNotContain("<script>alert(")
          .contains("/" + language.tag() + "/ideas/");
    }
  }

  @Test
  void arabicRunsFromRightToLeft() {
    String id = reader.publishes(Samples.anIdea()).id();
    assertThat(reader.page("ar", id).body()).containsPattern("<html[^>]*dir=\"rtl\"");
    assertThat(reader.page("fr", id).body()).containsPattern("<html[^>]*dir=\"ltr\"");
  }

  @Test
  void whoeverSharesAnIdeaIsGivenAnImageAndTheAddressOfTheSite() {
    String id = reader.publishes(Samples.anIdea()).id();
    Requests page = Requests.get("/{language}/ideas/{id}").path("language", "ar").path("id", id);
    assertThat(reader.say(page.header("x-twiza-site", "https://twiza.example")).body())
        .contains("property=\"og:image\" content=\"https://twiza.example/share.png\"")
        .contains("property=\"og:url\" content=\"https://twiza.example/ar/ideas/" + id + "/\"");
    assertThat(reader.say(page.header("x-twiza-site", "https://x\"><b>")).body())
        .doesNotContain("og:image");
  }

  @Test
  void filtersAndPagesWorkWithoutScripts() {
    reader.publishes(Samples.anIdea().in(Samples.AZILAL));
    String other = reader.publishes(Samples.anIdea()).id();
    String page =
        reader.bankPage("fr", "region", "05", "province", Samples.BENI_MELLAL, "sector", "").body();
    assertThat(page).contains(other).containsOnlyOnce("/fr/ideas/" + other);
    assertThat(reader.bankPage("fr", "limit", "1").body()).contains("cursor=");
  }

  @Test
  void headAnswersLikeGetWithoutThePage() {
    String id = reader.publishes(Samples.anIdea()).id();
    Answer get = reader.page("fr", id);
    Answer head =
        reader.say(Requests.head("/{language}/ideas/{id}").path("language", "fr").path("id", id));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers()).isEqualTo(get.headers());
    assertThat(reader.say(Requests.head("/{language}/ideas").path("language", "ar")).status())
        .isEqualTo(200);
    assertThat(reader.say(Requests.head("/{language}/ideas").path("language", "de")).status())
        .isEqualTo(404);
  }

  @Test
  void whoHasThePageAlreadyIsToldSo() {
    String id = reader.publishes(Samples.anIdea()).id();
    Requests page = Requests.get("/{language}/ideas/{id}").path("language", "fr").path("id", id);
    String etag = reader.say(page).headers().get("ETag");
    assertThat(reader.say(page.header("If-None-Match", etag)).status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "FR", "", "api", "assets", "<b>"})
  void aLanguageThatIsNoneIsAPageNotFound(String language) {
    Answer bank = reader.bankPage(language);
    Answer idea = reader.page(language, "01JTWZ00000000000000000001");
    for (Answer answer : List.of(bank, idea)) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.headers().get("Content-Type")).startsWith("text/html");
      assertThat(answer.headers()).containsEntry("Cache-Control", "no-store");
      assertThat(answer.body()).doesNotContain("<b>");
    }
  }

  @Test
  void whatGoesWrongIsAPageInTheLanguageOfTheAddress() {
    Answer missing = reader.page("ar", "01JTWZ00000000000000000001");
    Answer wrong = reader.bankPage("ar", "sector", "GOLD");
    Answer cursor = reader.bankPage("ar", "cursor", "x");
    assertThat(List.of(missing.status(), wrong.status(), cursor.status()))
        .containsExactly(404, 422, 400);
    for (Answer answer : List.of(missing, wrong, cursor)) {
      assertThat(answer.body()).containsPattern("<html[^>]*lang=\"ar\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"ar/nothing/index.html, ar", "wp-login.php, fr", "en/x, en", "'', fr"})
  void whatIsNoFileIsAPageNotFoundInTheLanguageOfTheAddress(String path, String language) {
    for (Requests request : List.of(Requests.get("/{page+}"), Requests.head("/{page+}"))) {
      Answer answer = reader.say(request.path("page", path));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.headers()).containsEntry("Content-Type", "text/html; charset=utf-8");
      assertThat(answer.headers().get("Cache-Control")).contains("s-maxage=60");
    }
    assertThat(reader.say(Requests.get("/{page+}").path("page", path)).body())
        .containsPattern("<html[^>]*lang=\"" + language + "\"");
  }

  @Test
  void whatTheApiDoesNotHaveIsAProblem() {
    Answer answer = reader.say(Requests.get("/{page+}").path("page", "api/nothing"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void aTableThatIsBusyIsAPageThatAsksToTryAgain() {
    Bank busy =
        new Bank() {
          @Override
          public Listing<Card> list(Shelf shelf, String cursor, int limit) {
            throw new Busy();
          }

          @Override
          public Optional<Publication> find(String id) {
            throw new Busy();
          }

          @Override
          public Map<String, Publication> find(Collection<String> ids) {
            throw new Busy();
          }
        };
    Requests request = Requests.get("/{language}/ideas").path("language", "fr");
    var answer =
        new CatalogueFunction(
                busy,
                reader.delegations,
                reader.guides,
                reader.rounds,
                reader.entries,
                new TableResults(reader.table.client(), reader.table.name()),
                reader.needs)
            .handleRequest(request.event(), Invocation.of("catalogue"));
    Contract.load().holds(request, answer);
    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(answer.getHeaders()).containsEntry("Retry-After", "2");
    assertThat(answer.getBody()).contains("<html");
  }
}
