package twiza.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one browser of all tests, started once: the Chromium of the machine where it has one, and
 * otherwise the one that Playwright installs.
 */
final class Browser {

  private static final double PATIENCE_MILLIS = 60_000;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final com.microsoft.playwright.Browser CHROMIUM = launch();

  private Browser() {}

  private static com.microsoft.playwright.Browser launch() {
    Optional<Path> installed = installed();
    Map<String, String> environment = new HashMap<>(System.getenv());
    LaunchOptions options = new LaunchOptions().setArgs(ARGUMENTS);
    installed.ifPresent(
        path -> {
          environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
          options.setExecutablePath(path);
        });
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    return playwright.chromium().launch(options);
  }

  private static Optional<Path> installed() {
    Stream<String> folders =
        Stream.concat(
            Stream.of("/usr/bin"),
            Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", "")));
    return folders
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window with nothing in it yet, its own cookies, and an address of its own on the network. */
  static BrowserContext context(BrowserWindow window, boolean javaScript) {
    return context(window, javaScript, ServiceWorkerPolicy.BLOCK);
  }

  private static BrowserContext context(
      BrowserWindow window, boolean javaScript, ServiceWorkerPolicy keeping) {
    BrowserContext context =
        CHROMIUM.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setServiceWorkers(keeping)
                .setBaseURL(Running.baseUrl().toString())
                .setLocale(window.locale())
                .setViewportSize(window.width(), window.height())
                .setJavaScriptEnabled(javaScript)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setExtraHTTPHeaders(Running.headersOfAnybody()));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    return context;
  }

  /** Somebody who opens a browser. */
  static PersonInTheBrowser person(BrowserWindow window) {
    return new PersonInTheBrowser(context(window, true), window.language());
  }

  /** Somebody whose browser keeps the pages that they saw. */
  static PersonInTheBrowser personWhoComesBack(BrowserWindow window) {
    return new PersonInTheBrowser(
        context(window, true, ServiceWorkerPolicy.ALLOW), window.language());
  }

  /** Somebody whose browser runs no script. */
  static PersonInTheBrowser personWithoutJavaScript(BrowserWindow window) {
    return new PersonInTheBrowser(context(window, false), window.language());
  }
}
