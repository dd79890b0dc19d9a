package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import twiza.place.Language;
import twiza.text.Messages;

/**
 * Somebody before a page, who finds things by the words on it. A page that breaks, that its own
 * rules stop, or that asks another site for anything fails the test when the window closes.
 */
final class PersonInTheBrowser implements AutoCloseable {

  private static final String TELL_VIOLATIONS =
      "addEventListener('securitypolicyviolation', e =>"
          + " console.error('forbidden by ' + e.violatedDirective + ': ' + e.blockedURI))";

  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private Messages messages;

  PersonInTheBrowser(BrowserContext context, Language language) {
    this.context = context;
    this.messages = Messages.in(language);
    context.clock().install();
    context.addInitScript(TELL_VIOLATIONS);
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> faults.add(error.error()));
    context.onRequest(request -> watch(request.url()));
    this.page = context.newPage();
  }

  private void hear(ConsoleMessage message) {
    boolean told = message.text().startsWith("Failed to load resource");
    boolean expected = refusals.stream().anyMatch(path -> message.location().contains(path));
    if (message.type().equals("error") && !(told && expected)) {
      faults.add(message.text() + " at " + message.location());
    }
  }

  private void watch(String url) {
    URI address = URI.create(url);
    boolean own = url.startsWith(Running.baseUrl().toString());
    if (!own && !List.of("data", "blob", "about").contains(address.getScheme())) {
      faults.add("asked another site: " + url);
    }
  }

  /** From now on a refusal of what is asked of this path is no fault of the page. */
  PersonInTheBrowser whoIsRefused(String path) {
    refusals.add(path);
    return this;
  }

  boolean sawAFault() {
    return !faults.isEmpty();
  }

  BrowserContext context() {
    return context;
  }

  Page page() {
    return page;
  }

  Language language() {
    return messages.language();
  }

  /** What the site says in this person's language. */
  String text(String key, Object... namesAndValues) {
    return messages.text(key, namesAndValues);
  }

  /** Opens an address of the site, such as {@code /submit/}, in this person's language. */
  void opens(String path) {
    page.navigate("/" + language().tag() + path);
  }

  /** Opens a whole link as it stands in a mail. */
  void opensLink(String link) {
    page.navigate(link);
  }

  /** Opens a link of a mail and reads on in their own language. */
  void opensLinkInOwnLanguage(String link) {
    page.navigate(link);
    if (!link.contains("/" + language().tag() + "/")) {
      page.locator(".languages").getByText(language().ownName()).click();
    }
    assertThat(page).hasURL(Pattern.compile("/" + language().tag() + "/"));
  }

  /** Goes on in another language by the links at the top of the page. */
  void switchesTo(Language other) {
    page.locator(".languages").getByText(other.ownName()).click();
    messages = Messages.in(other);
    assertThat(page).hasURL(Pattern.compile("/" + other.tag() + "/"));
  }

  Locator button(String key) {
    return visible(AriaRole.BUTTON, text(key));
  }

  Locator link(String key) {
    return page.locator("main").getByRole(AriaRole.LINK, named(text(key))).first();
  }

  Locator heading(String key) {
    return visible(AriaRole.HEADING, text(key));
  }

  private Locator visible(AriaRole role, String name) {
    return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true)).first();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  /** The field of the page's form with this label, such as {@code title}. */
  Locator field(String name) {
    String label = literal(text("field." + name + ".label"));
    String optional = "( " + literal(text("layout.optional")) + ")?";
    return page.getByLabel(Pattern.compile("^\\s*" + label + optional + "\\s*$"))
        .filter(new Locator.FilterOptions().setVisible(true));
  }

  /** The words as a pattern that the browser's own regular expressions understand too. */
  private static String literal(String words) {
    return words.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
  }

  /** One of several answers to a question. */
  Locator answer(String key) {
    return page.getByRole(
        AriaRole.RADIO, new GetByRoleOptions().setName(Pattern.compile("^" + literal(text(key)))));
  }

  /** What unfolds more of the page. */
  Locator fold(String key) {
    return page.locator("summary", new Page.LocatorOptions().setHasText(text(key)));
  }

  void presses(String key) {
    button(key).click();
  }

  void follows(String key) {
    link(key).click();
  }

  void sees(String words) {
    assertThat(page.getByText(words).filter(new Locator.FilterOptions().setVisible(true)).first())
        .isVisible();
  }

  void doesNotSee(String words) {
    assertThat(page.locator("main")).not().containsText(words);
  }

  /** Sees the page with this heading, in the right language and direction. */
  void isAt(String path, String headingKey) {
    assertThat(page).hasURL(Pattern.compile("/" + language().tag() + path));
    assertThat(heading(headingKey)).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", language().tag());
    assertThat(page.locator("html")).hasAttribute("dir", messages.dir());
  }

  /** The part of a link behind its {@code #token=}, as the page's own address has it. */
  String tokenInAddress() {
    String url = page.url();
    String token = url.substring(url.indexOf("#token=") + "#token=".length());
    return token.contains("&") ? token.substring(0, token.indexOf('&')) : token;
  }

  /** Lets the time pass that a person takes, without anybody waiting for it. */
  void takesTheTimeItTakes() {
    page.clock().fastForward("02:00");
  }

  @Override
  public void close() {
    context.close();
    assertThat(faults).as("what went wrong in the browser").isEmpty();
  }
}
