package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.catalogue.Reader.Answer;
import twiza.http.Requests;
import twiza.idea.Samples;
import twiza.idea.Sheet;
import twiza.place.Language;
import twiza.table.FullBank;

/** Anybody takes a list of the bank away, as a file or as a feed. */
class TakingTheBankAwayTest {

  private static final String SITE = "https://bank.example.org";

  private final Reader reader = new Reader();

  private Answer file(String path, String... query) {
    return reader.say(Reader.asking(Requests.get(path).header("x-twiza-site", SITE), query));
  }

  private Answer feed(String language, String... query) {
    return reader.say(
        Reader.asking(Requests.get("/{language}/ideas.atom").path("language", language), query));
  }

  private static Samples.Sample sample(String title, String summary, int daysLater) {
    Sheet s = Samples.aSheet();
    Sheet sheet =
        new Sheet(
            title,
            summary,
            s.need(),
            s.solution(),
            s.province(),
            s.commune(),
            s.sector(),
            s.details());
    return Samples.anIdea().saying(sheet).sentAt(Samples.MONDAY.plus(Duration.ofDays(daysLater)));
  }

  private String published(String title, String summary, int daysLater) {
    return reader.publishes(sample(title, summary, daysLater)).id();
  }

  private void shows(IntFunction<Samples.Sample> sample, int ideas) {
    new FullBank(reader.table).shows(IntStream.range(0, ideas).mapToObj(sample));
  }

  @Test
  void aSpreadsheetOpensItAndRunsNothing() {
    String id = published("=HYPERLINK(\"x\")", "Un résumé, avec \"guillemets\"\net deux lignes", 0);
    Answer csv = file("/api/ideas.csv", "language", "ar");
    assertThat(csv.headers().get("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(csv.headers().get("Content-Disposition")).contains("ideas.csv");
    assertThat(csv.body())
        .startsWith("\uFEFFالمعرف;")
        .contains("\"'=HYPERLINK(\"\"x\"\")\"")
        .contains("\"Un résumé, avec \"\"guillemets\"\"\net deux lignes\"")
        .contains(id + ";" + SITE + "/ar/ideas/" + id + "/;")
        .contains("بني ملال")
        .doesNotContain("Fatima");
    assertThat(file("/api/ideas.csv").body()).contains("Béni Mellal", "Plantes aromatiques");
  }

  @Test
  void everyFormatKeepsToTheSameFilters() {
    String thyme = published("Séchoir pour le thym", "Un séchoir solaire commun à tous.", 0);
    String food =
        reader.publishes(Samples.anIdea().saying(Samples.placed(Samples.AZILAL, "FOOD"))).id();
    for (String path : List.of("/api/ideas.csv", "/api/ideas.json")) {
      assertThat(file(path).body()).contains(thyme, food);
      assertThat(file(path, "province", Samples.AZILAL).body()).contains(food);
      assertThat(file(path, "province", Samples.AZILAL).body()).doesNotContain(thyme);
      assertThat(file(path, "sector", "AROMATIC_PLANTS").body()).doesNotContain(food);
    }
    assertThat(feed("fr").body()).contains(thyme, food);
    assertThat(feed("fr", "sector", "FOOD").body()).contains(food).doesNotContain(thyme);
  }

  @Test
  void aFeedIsInTheLanguageOfItsReaderWhereStaffHaveTranslated() {
    reader.publishes(Samples.anIdea()).translated(Language.AR, "مجفف شمسي", "مجفف للزعتر");
    Answer arabic = feed("ar");
    assertThat(arabic.headers().get("Content-Type"))
        .isEqualTo("application/atom+xml; charset=utf-8");
    assertThat(arabic.body()).contains("xml:lang=\"ar\"", "مجفف شمسي");
    assertThat(feed("fr").body()).contains("Séchoir solaire pour le thym");
    assertThat(feed("tzm").status()).isEqualTo(404);
  }

  @Test
  void aLongListGoesOnWhereTheFileEnds() {
    String long500 = "🐪".repeat(500);
    shows(i -> sample("Idée numéro " + i, long500, i), 301);
    Answer first = file("/api/ideas.csv");
    assertThat(first.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
    String link = first.headers().get("Link");
    assertThat(link).startsWith("<?cursor=").endsWith(">; rel=\"next\"");
    String cursor = link.replaceAll(".*cursor=([^&>]+).*", "$1");
    Answer rest = file("/api/ideas.csv", "cursor", cursor);
    assertThat(rest.headers()).doesNotContainKey("Link");
    assertThat(first.body().lines().count() + rest.body().lines().count()).isEqualTo(301 + 2);
    Answer json = file("/api/ideas.json");
    assertThat(json.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
    assertThat(json.ids()).hasSize(300);
    assertThat(file("/api/ideas.json", "cursor", json.text("next")).ids()).hasSize(1);
    assertThat(reader.meter.of(() -> file("/api/ideas.csv")).requests()).isEqualTo(3);
    assertThat(reader.meter.of(() -> feed("fr")).requests()).isEqualTo(1);
    assertThat(feed("fr").body()).contains("rel=\"next\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/ideas.csv", "/api/ideas.json"})
  void whatMakesNoSenseIsRefused(String path) {
    Answer answer = file(path, "region", "99", "province", "x", "sector", "GOLD", "limit", "0");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.faults()).hasSize(4);
    assertThat(file(path, "cursor", "x").code()).isEqualTo("BAD_CURSOR");
    assertThat(feed("fr", "sector", "GOLD").status()).isEqualTo(422);
    assertThat(file("/api/ideas.csv", "language", "tlh").faults())
        .containsExactly("language UNKNOWN_CODE");
  }

  @Test
  void aSearchEngineFindsEveryPageInEachLanguage() {
    String id = published("Séchoir pour le thym", "Un séchoir solaire commun à tous.", 0);
    assertThat(reader.meter.of(() -> file("/sitemap.xml")).requests()).isZero();
    assertThat(file("/sitemap.xml").body())
        .contains("<sitemapindex", SITE + "/sitemap.xml?part=pages")
        .contains(SITE + "/sitemap.xml?province=05.091&amp;sector=AROMATIC_PLANTS");
    assertThat(file("/sitemap.xml", "part", "pages").body())
        .contains("<loc>" + SITE + "/ar/rounds/</loc>")
        .contains("hreflang=\"fr\" href=\"" + SITE + "/fr/rounds/\"")
        .doesNotContain("zgh");
    Answer shelf =
        file("/sitemap.xml", "province", Samples.BENI_MELLAL, "sector", "AROMATIC_PLANTS");
    assertThat(shelf.headers().get("Content-Type")).isEqualTo("application/xml; charset=utf-8");
    assertThat(shelf.body())
        .contains("<loc>" + SITE + "/fr/ideas/" + id + "/</loc>")
        .contains("hreflang=\"ar\" href=\"" + SITE + "/ar/ideas/" + id + "/\"");
  }

  @Test
  void aShelfThatThereIsNotIsNoPartOfTheSitemap() {
    assertThat(file("/sitemap.xml", "province", "x", "sector", "GOLD").faults())
        .containsExactly("province UNKNOWN_CODE", "sector UNKNOWN_CODE");
    assertThat(reader.say(Requests.get("/sitemap.xml")).status()).isEqualTo(404);
  }

  @Test
  void robotsAreToldWhereTheSitemapIsAndWhatToLeaveAlone() {
    Answer robots = file("/robots.txt");
    assertThat(robots.headers().get("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(robots.body().lines())
        .startsWith("User-agent: *")
        .contains("Disallow: /*/desk/")
        .endsWith("Sitemap: " + SITE + "/sitemap.xml");
    assertThat(reader.say(Requests.get("/robots.txt")).body()).doesNotContain("Sitemap");
  }

  @Test
  void aPartOfTheSitemapIsBounded() {
    shows(i -> sample("Idée numéro " + i, "Un séchoir commun à tous.", i), 501);
    String[] shelf = {"province", Samples.BENI_MELLAL, "sector", "AROMATIC_PLANTS"};
    assertThat(reader.meter.of(() -> file("/sitemap.xml", shelf)).requests()).isEqualTo(5);
    assertThat(file("/sitemap.xml", shelf).body().getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(1_000_000);
  }
}
