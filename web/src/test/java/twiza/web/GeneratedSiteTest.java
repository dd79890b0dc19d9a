package twiza.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.place.Language;
import twiza.place.Places;

class GeneratedSiteTest {

  private static final Map<String, String> FILES = new SiteGenerator(Samples.PAGES).files();

  @Test
  void has_every_page_in_every_language() {
    for (Language language : Language.values()) {
      for (String page :
          List.of(
              "",
              "offline/",
              "submit/",
              "receipt/",
              "confirm/",
              "confirm/done/",
              "link/",
              "follow/",
              "decide/",
              "jury/",
              "desk/",
              "desk/calls/",
              "desk/sign-in/",
              "desk/idea/",
              "desk/enter/",
              "desk/import/",
              "desk/staff/",
              "desk/audit/",
              "desk/region/",
              "desk/rounds/",
              "desk/round/",
              "desk/jury/",
              "desk/results/",
              "desk/room/",
              "desk/poster/",
              "desk/me/",
              "privacy/")) {
        assertThat(FILES).containsKey(language.tag() + "/" + page + "index.html");
      }
      assertThat(FILES).containsKey(language.tag() + "/404.html");
    }
    assertThat(FILES).containsKeys("index.html", "404.html", "favicon.svg", "sw.js");
  }

  @Test
  void has_no_link_that_leads_nowhere() {
    FILES.forEach(
        (file, html) -> {
          if (file.endsWith(".html")) {
            assertThat(addresses(html)).as(file).allMatch(GeneratedSiteTest::exists);
          }
        });
  }

  @Test
  void names_its_assets_as_the_pages_rendered_at_run_time_do() {
    Pages atRunTime = new Pages(Places.load());
    assertThat(atRunTime.assets().contents().keySet())
        .allSatisfy(address -> assertThat(FILES).containsKey(address.substring(1)));
  }

  @Test
  void an_asset_changes_its_address_with_what_it_imports() {
    Map<String, String> assets = Samples.PAGES.assets().contents();
    String submit = assets.get(Samples.PAGES.assets().address("submit.js"));
    assertThat(submit).contains("from \"" + Samples.PAGES.assets().address("shared.js") + "\"");
    assertThat(assets.get(Samples.PAGES.assets().address("site.css")))
        .contains(Samples.PAGES.assets().address("zellige.svg"));
  }

  @Test
  void asks_for_the_language_first_without_a_script_too() {
    assertThat(FILES.get("index.html"))
        .contains("href=\"/fr/\"")
        .contains("href=\"/ar/\"")
        .contains("href=\"/zgh/\"")
        .contains("href=\"/en/\"")
        .contains("<h1>");
  }

  @Test
  void is_written_afresh_each_time(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("fr/old"));
    Files.writeString(folder.resolve("fr/old/index.html"), "of an earlier build");
    SiteGenerator.main(new String[] {folder.toString()});
    try (Stream<Path> written = Files.walk(folder)) {
      assertThat(written.filter(Files::isRegularFile).map(file -> name(folder, file)))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(FILES.keySet().stream(), Stream.of(SiteGenerator.SHARED)).toList());
    }
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static List<String> addresses(String html) {
    return Pattern.compile("(?<=(?:href|src)=\")/[^\"#?]*")
        .matcher(html)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static boolean exists(String address) {
    String file = address.substring(1) + (address.endsWith("/") ? "index.html" : "");
    return FILES.containsKey(file) || address.matches("/\\w+/(ideas|rounds|needs|terms)/");
  }
}
