package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.place.Language;

/**
 * What crosses a slow line, counted on the answers that the browser really gets, each compressed as
 * a CDN compresses it.
 */
class BytesOnTheWireTest {

  private static final int FIRST_VISIT = 100_000;
  private static final int WHOLE_SUBMISSION = 250_000;

  /** What has to be there before anything shows: the page and the styles that it waits for. */
  private static final int BEFORE_ANYTHING_SHOWS = 14_000;

  /** Status line and headers of one answer, generously. */
  private static final int HEADERS = 700;

  private static final List<String> PAGES =
      List.of(
          "/",
          "/ideas/",
          "/needs/",
          "/search/",
          "/rounds/",
          "/submit/",
          "/receipt/",
          "/confirm/",
          "/link/",
          "/follow/",
          "/interest/",
          "/jury/",
          "/privacy/",
          "/terms/");

  /** What the browser keeps to open without a line, which it asked for on its own. */
  private static final String KEPT =
      """
      async () => {
        const lists = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
        return (await Promise.all(lists)).flat().map(({ url }) => url);
      }
      """;

  private final Map<String, Integer> received = new TreeMap<>();
  private final List<Response> arrived = new ArrayList<>();
  private int critical;

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_first_visit_is_light(Language language) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    Station.shared().indexes();
    for (String path : PAGES) {
      isLight("/" + language.tag() + path);
    }
    isLight("/" + language.tag() + "/ideas/" + idea.id() + "/");
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"FR", "AR"})
  void so_is_a_round_and_its_form(Language language) {
    String round = "/" + language.tag() + "/rounds/" + RoundBehindTheBrowser.beforeItsJury(2).id();
    isLight(round + "/");
    isLight(round + "/submit/");
  }

  private void isLight(String address) {
    received.clear();
    arrived.clear();
    critical = 0;
    try (PersonInTheBrowser reader = Browser.personWhoComesBack(BrowserWindow.ARABIC_ON_A_PHONE)) {
      reader.context().onResponse(arrived::add);
      reader.opensLink(address);
      weigh(reader);
    }
    assertThat(total()).as("bytes of " + address + " " + received).isLessThan(FIRST_VISIT);
    assertThat(critical).as("page and styles of " + address).isLessThan(BEFORE_ANYTHING_SHOWS);
  }

  @Test
  void a_whole_submission_is_light() {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(Language.AR);
    try (PersonInTheBrowser author = Browser.personWhoComesBack(BrowserWindow.ARABIC_ON_A_PHONE)) {
      author.context().onResponse(arrived::add);
      author.opens("/");
      weigh(author);
      author.opens("/submit/");
      weigh(author);
      FormInTheBrowser form =
          FormInTheBrowser.of(author)
              .describes(idea)
              .by(idea, "email", Running.newAddress("itto"))
              .agrees();
      weigh(author);
      form.sends();
      author.isAt("/receipt/", "receipt.title");
      author.page().locator("#r-qr svg").waitFor();
      weigh(author);
    }
    assertThat(total()).as("bytes of a submission " + received).isLessThan(WHOLE_SUBMISSION);
  }

  /** Weighs what came since, while the page is there; what is there already is not asked again. */
  private void weigh(PersonInTheBrowser person) {
    assertThat(person.page().locator("html[data-kept]")).isAttached();
    person.page().waitForLoadState(LoadState.NETWORKIDLE);
    for (Response response : List.copyOf(arrived)) {
      if (response.url().startsWith(Running.baseUrl().toString())) {
        received.computeIfAbsent(response.url(), _ -> weightOf(response));
        if (isWaitedFor(response)) {
          critical += compressed(response.body());
        }
      }
    }
    arrived.clear();
    for (Object address : (List<?>) person.page().evaluate(KEPT)) {
      received.computeIfAbsent(address.toString(), BytesOnTheWireTest::weightOf);
    }
  }

  private static int weightOf(String address) {
    String path = URI.create(address).getPath();
    return compressed(Running.anybody().get(path).body().getBytes(StandardCharsets.UTF_8))
        + HEADERS;
  }

  private static boolean isWaitedFor(Response response) {
    String kind = response.request().resourceType();
    return kind.equals("document")
        || (kind.equals("stylesheet") && !response.url().contains("/print."));
  }

  /** What answers to a form is short, and gone with its page. */
  private static int weightOf(Response response) {
    boolean read = response.request().method().equals("GET");
    return (read ? compressed(response.body()) : HEADERS) + HEADERS;
  }

  private int total() {
    return received.values().stream().mapToInt(bytes -> bytes).sum();
  }

  private static int compressed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Math.min(bytes.size(), body.length);
  }
}
