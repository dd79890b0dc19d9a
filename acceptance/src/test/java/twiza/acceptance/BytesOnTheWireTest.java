package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final int BEFORE_ANYTHING_SHOWS = 14 * 1024;
  private static final int WHOLE_SUBMISSION = 250_000;

  /** Status line and headers of one answer, generously. */
  private static final int HEADERS = 700;

  private static final List<String> PAGES =
      List.of("/", "/ideas/", "/rounds/", "/submit/", "/link/", "/privacy/", "/terms/");

  private final Map<String, Integer> received = new TreeMap<>();

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_first_visit_is_light(Language language) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.published();
    for (String path : PAGES) {
      isLight("/" + language.tag() + path);
    }
    isLight("/" + language.tag() + "/ideas/" + idea.id() + "/");
  }

  private void isLight(String address) {
    received.clear();
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      reader.context().onResponse(this::count);
      reader.opensLink(address);
      reader.page().waitForLoadState(LoadState.NETWORKIDLE);
    }
    assertThat(total()).as("bytes of " + address + " " + received).isLessThan(FIRST_VISIT);
    int shown =
        received.entrySet().stream()
            .filter(it -> it.getKey().endsWith(address) || it.getKey().endsWith(".css"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    assertThat(shown).as("HTML and CSS of " + address).isLessThan(BEFORE_ANYTHING_SHOWS);
  }

  @Test
  void a_whole_submission_is_light() {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(Language.AR);
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      author.context().onResponse(this::count);
      author.opens("/");
      author.opens("/submit/");
      FormInTheBrowser.of(author)
          .describes(idea)
          .by(idea, "email", Running.newAddress("itto"))
          .agrees()
          .sends();
      author.isAt("/receipt/", "receipt.title");
      author.page().locator("#r-qr svg").waitFor();
    }
    assertThat(total()).as("bytes of a submission " + received).isLessThan(WHOLE_SUBMISSION);
  }

  /** What the browser has already it does not ask for again. */
  private void count(Response response) {
    if (response.url().startsWith(Running.baseUrl().toString())) {
      received.computeIfAbsent(response.url(), _ -> compressed(response.body()) + HEADERS);
    }
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
