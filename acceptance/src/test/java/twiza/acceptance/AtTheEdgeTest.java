package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The function that CloudFront runs for each request, taken out of the template and run. */
class AtTheEdgeTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIRST_LINE = "      FunctionCode: |";

  private static Playwright playwright;
  private static Page page;

  @BeforeAll
  static void open() {
    LaunchOptions options = new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu"));
    Map<String, String> environment = new HashMap<>(System.getenv());
    installed()
        .findFirst()
        .ifPresent(
            path -> {
              environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
              options.setExecutablePath(path);
            });
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Browser browser = playwright.chromium().launch(options);
    page = browser.newPage();
  }

  private static Stream<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(it -> Stream.of("chromium", "google-chrome").map(name -> Path.of(it, name)))
        .filter(Files::isExecutable);
  }

  @AfterAll
  static void close() {
    playwright.close();
  }

  private static String code() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../template.yaml"));
    return lines.stream()
        .skip(lines.indexOf(FIRST_LINE) + 1L)
        .takeWhile(line -> line.isBlank() || line.startsWith("        "))
        .reduce("", (one, other) -> one + "\n" + other);
  }

  /** What becomes of a request, as CloudFront hands it over. */
  private static JsonNode passed(String uri, Map<String, Object> more) throws IOException {
    Map<String, Object> headers = new HashMap<>(more);
    headers.put("host", Map.of("value", "twiza.example"));
    Map<String, Object> event =
        Map.of(
            "viewer", Map.of("ip", "198.51.100.4"),
            "request", Map.of("method", "GET", "uri", uri, "headers", headers));
    String call = "(event) => { %s\n return JSON.stringify(handler(event)); }".formatted(code());
    return JSON.readTree((String) page.evaluate(call, event));
  }

  @ParameterizedTest
  @CsvSource({
    "/, /index.html",
    "/fr/, /fr/index.html",
    "/fr, /fr/index.html",
    "/ar/confirm/done/, /ar/confirm/done/index.html",
    "/assets/site.0a1b2c3d4e.css, /assets/site.0a1b2c3d4e.css",
    "/robots.txt, /robots.txt",
    "//example.org, //example.org",
    "/fr/ideas/, /fr/ideas",
    "/fr/ideas, /fr/ideas",
    "/fr/ideas/01JTWZ4XK9Q2M7T8V3B5N6P0RS/, /fr/ideas/01JTWZ4XK9Q2M7T8V3B5N6P0RS",
    "/fr/ideasandmore/, /fr/ideasandmore/index.html",
    "/fr/rounds/, /fr/rounds",
    "/zgh/rounds/01JTWZ4XK9Q2M7T8V3B5N6P0RS/submit/, /zgh/rounds/01JTWZ4XK9Q2M7T8V3B5N6P0RS/submit",
    "/ar/rounds.ics, /ar/rounds.ics",
    "/ar/ideas.atom, /ar/ideas.atom",
    "/ar/search.atom, /ar/search.atom",
    "/api/search.csv, /api/search.csv",
    "/sitemap.xml, /sitemap.xml",
    "/fr/needs/, /fr/needs",
    "/fr/needs/01JTWZNEED0000000000000001/submit/, /fr/needs/01JTWZNEED0000000000000001/submit",
    "/fr/desk/needs/, /fr/desk/needs/index.html",
    "/fr/desk/rounds/, /fr/desk/rounds/index.html",
    "/api/ideas/, /api/ideas",
    "/api/my/idea, /api/my/idea",
    "/api/x.y//, /api/x.y",
    "/apiary/, /apiary/index.html",
  })
  void anAddressLeadsToAFileOrARoute(String asked, String passed) throws IOException {
    assertThat(passed(asked, Map.of()).path("uri").asText()).isEqualTo(passed);
  }

  @Test
  void theViewersAddressIsTheOneThatCloudFrontSees() throws IOException {
    Map<String, Object> lie = Map.of("x-twiza-viewer", Map.of("value", "203.0.113.7"));
    assertThat(passed("/api/ideas", lie).at("/headers/x-twiza-viewer/value").asText())
        .isEqualTo("198.51.100.4");
  }

  @Test
  void theApiLearnsAtWhichAddressTheSiteIsSeen() throws IOException {
    Map<String, Object> lie = Map.of("x-twiza-site", Map.of("value", "https://other.example"));
    assertThat(passed("/fr/ideas/", lie).at("/headers/x-twiza-site/value").asText())
        .isEqualTo("https://twiza.example");
  }
}
