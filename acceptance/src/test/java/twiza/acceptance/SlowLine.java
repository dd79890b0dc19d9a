package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import twiza.place.Language;

/**
 * Sends an idea as somebody does for the first time, in Arabic on a phone of 360 pixels, over a
 * line of 400 kbit/s that takes 400 ms, which the worker that keeps pages shares, with a processor
 * four times slower; and prints how long each screen took until it could be used, and the steps,
 * presses and bytes of it all. Its name keeps it out of the ordinary build; it runs when asked for:
 *
 * <pre>mvn verify -pl acceptance -am -Dtest=SlowLine -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class SlowLine {

  private static final int BYTES_A_SECOND = 400_000 / 8;
  private static final int LATENCY_MILLIS = 400;
  private static final int SLOWER = 4;

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong bytes = new AtomicLong();
  private int presses;

  @Test
  void sends_an_idea() {
    IdeaInTheBrowser idea = IdeaInTheBrowser.in(Language.AR);
    try (PersonInTheBrowser author = Browser.personWhoComesBack(BrowserWindow.ARABIC_ON_A_PHONE)) {
      slowDown(author);
      screen("home", () -> asksFor(author, "/ar/"), author.link("home.submit"));
      screen("form", () -> press(author.link("home.submit")), author.field("title"));
      author.field("title").fill(idea.title());
      author.field("summary").fill(idea.summary());
      screen("need", () -> next(author), author.field("need"));
      author.field("need").fill(idea.need());
      author.field("solution").fill(idea.solution());
      screen("place", () -> next(author), author.field("province"));
      author.field("province").selectOption(idea.province());
      author.field("sector").selectOption(idea.sector());
      presses += 2;
      screen("author", () -> next(author), author.field("author.name"));
      press(author.answer("kind.INDIVIDUAL"));
      author.field("author.name").fill(idea.name());
      author.field("author.email").fill(Running.newAddress("itto"));
      screen("check", () -> next(author), author.field("consent"));
      press(author.field("adult"));
      press(author.field("consent"));
      author.takesTheTimeItTakes();
      Locator receipt = author.page().locator("#r-qr svg");
      screen("receipt", () -> press(author.button("submit.button")), receipt);
    }
    assertThat(lines).hasSize(7);
    lines.forEach(System.out::println);
    System.out.printf(
        Locale.ROOT, "%d screens, %d presses, %d bytes%n", lines.size(), presses, bytes.get());
  }

  private void slowDown(PersonInTheBrowser person) {
    CDPSession devTools = person.context().newCDPSession(person.page());
    JsonObject line = new JsonObject();
    line.addProperty("offline", false);
    line.addProperty("latency", LATENCY_MILLIS);
    line.addProperty("downloadThroughput", BYTES_A_SECOND);
    line.addProperty("uploadThroughput", BYTES_A_SECOND);
    slowDownWorkers(person, line);
    devTools.send("Network.enable");
    devTools.send("Network.emulateNetworkConditions", line);
    JsonObject processor = new JsonObject();
    processor.addProperty("rate", SLOWER);
    devTools.send("Emulation.setCPUThrottlingRate", processor);
    devTools.on(
        "Network.loadingFinished",
        event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
  }

  /** A worker asks for itself, over the same line. */
  private static void slowDownWorkers(PersonInTheBrowser person, JsonObject line) {
    CDPSession devTools = person.context().browser().newBrowserCDPSession();
    devTools.on(
        "Target.targetCreated",
        event -> {
          JsonObject target = event.getAsJsonObject("targetInfo");
          if (target.get("type").getAsString().equals("service_worker")) {
            JsonObject attach = new JsonObject();
            attach.add("targetId", target.get("targetId"));
            attach.addProperty("flatten", false);
            JsonObject attached = devTools.send("Target.attachToTarget", attach);
            tell(devTools, attached, 1, "Network.enable", new JsonObject());
            tell(devTools, attached, 2, "Network.emulateNetworkConditions", line);
          }
        });
    JsonObject discover = new JsonObject();
    discover.addProperty("discover", true);
    devTools.send("Target.setDiscoverTargets", discover);
  }

  private static void tell(
      CDPSession devTools, JsonObject attached, int id, String method, JsonObject parameters) {
    JsonObject message = new JsonObject();
    message.addProperty("id", id);
    message.addProperty("method", method);
    message.add("params", parameters);
    JsonObject envelope = new JsonObject();
    envelope.add("sessionId", attached.get("sessionId"));
    envelope.addProperty("message", message.toString());
    devTools.send("Target.sendMessageToTarget", envelope);
  }

  /** Nobody waits until everything has arrived. */
  private static void asksFor(PersonInTheBrowser person, String path) {
    person.page().navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
  }

  /** Times what leads to a screen until what is used there first stands ready. */
  private void screen(String name, Runnable leads, Locator used) {
    long from = System.nanoTime();
    leads.run();
    assertThat(used).isVisible();
    assertThat(used).isEnabled();
    double seconds = (System.nanoTime() - from) / 1e9;
    lines.add(String.format(Locale.ROOT, "%-8s %4.1f s %7d bytes", name, seconds, bytes.get()));
  }

  private void next(PersonInTheBrowser author) {
    press(author.button("submit.next"));
  }

  private void press(Locator button) {
    presses++;
    button.click();
  }
}
