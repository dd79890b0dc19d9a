package twiza.local;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * One origin, as CloudFront makes it: the API, the pages of the API, the static site, the console.
 */
final class Site {
  private static final Logger LOG = LogManager.getLogger(Site.class);

  private final Gateway gateway;
  private final StaticSite files;
  private final Console console;

  Site(Gateway gateway, StaticSite files, Console console) {
    this.gateway = gateway;
    this.files = files;
    this.console = console;
  }

  Reply answer(Request request) {
    try {
      return Console.owns(request)
          ? console.answer(request)
          : SecurityHeaders.on(gateway.answer(request).orElseGet(() -> otherwise(request)));
    } catch (RuntimeException | Error e) {
      LOG.error("{} {} failed", request.method(), request.path(), e);
      return Reply.gateway(500, "Internal Server Error");
    }
  }

  private Reply otherwise(Request request) {
    boolean api = request.routePath().equals("/api") || request.path().startsWith("/api/");
    return api ? Reply.gateway(404, "Not Found") : files.answer(request);
  }
}
