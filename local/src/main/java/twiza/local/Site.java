package twiza.local;

import java.util.Optional;
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
      return Console.owns(request) ? console.answer(request) : SecurityHeaders.on(serve(request));
    } catch (RuntimeException | Error e) {
      LOG.error("{} {} failed", request.method(), request.path(), e);
      return Reply.gateway(500, "Internal Server Error");
    }
  }

  /** A file, unless a route is about this very address; what is neither, the API answers. */
  private Reply serve(Request request) {
    Optional<Reply> file = gateway.expects(request) ? Optional.empty() : files.answer(request);
    return file.or(() -> gateway.answer(request)).orElseGet(() -> Reply.gateway(404, "Not Found"));
  }
}
