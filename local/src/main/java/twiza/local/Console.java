package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** What only the local runner has: mailbox, clock, schedules, functions, under {@code /local}. */
final class Console {
  private static final Logger LOG = LogManager.getLogger(Console.class);

  private final Mailbox mailbox;
  private final LocalClock clock;
  private final Schedules schedules;
  private final Functions functions;

  Console(Mailbox mailbox, LocalClock clock, Schedules schedules, Functions functions) {
    this.mailbox = mailbox;
    this.clock = clock;
    this.schedules = schedules;
    this.functions = functions;
  }

  static boolean owns(Request request) {
    return request.routePath().equals("/local") || request.path().startsWith("/local/");
  }

  Reply answer(Request request) {
    List<String> path = Route.segments(request.routePath());
    String place = path.size() > 1 ? path.get(1) : "";
    String name = path.size() > 2 ? path.get(2) : "";
    return switch (request.method() + " " + place) {
      case "GET ", "HEAD " -> ConsolePages.index(mailbox.mails(), clock, schedules);
      case "GET mailbox" -> mails(request);
      case "GET style.css" -> ConsolePages.style();
      case "GET mails" -> mail(name, path.size() > 3 ? path.get(3) : "");
      case "GET clock" -> clock();
      case "POST clock" -> moveClock(request);
      case "POST schedules" -> fire(request, name);
      case "POST functions" -> invoke(request, name);
      default -> notFound(request.path());
    };
  }

  private Reply mails(Request request) {
    ArrayNode list = Json.array();
    Optional<String> to = parameter(request, "to");
    mailbox.mails().stream()
        .filter(it -> to.isEmpty() || it.to().equalsIgnoreCase(to.get()))
        .forEach(it -> list.add(it.json()));
    return Reply.json(200, list);
  }

  private static Optional<String> parameter(Request request, String name) {
    return List.of(request.query().split("&", -1)).stream()
        .filter(it -> it.startsWith(name + "="))
        .map(it -> URLDecoder.decode(it.substring(name.length() + 1), UTF_8))
        .filter(it -> !it.isEmpty())
        .findFirst();
  }

  private Reply mail(String id, String part) {
    return mailbox
        .find(id)
        .map(it -> part.equals("html") ? ConsolePages.html(it) : ConsolePages.mail(it))
        .orElseGet(() -> notFound(id));
  }

  private Reply clock() {
    return Reply.json(
        200,
        Json.object()
            .put("now", clock.instant().toString())
            .put("ahead", clock.offset().toString()));
  }

  /** Moves the clock; what became due has been fired when the answer comes. */
  private Reply moveClock(Request request) {
    try {
      JsonNode input = Form.read(request);
      if (input.hasNonNull("advance")) {
        clock.advance(Duration.parse(input.get("advance").asText()));
      } else if (input.hasNonNull("now")) {
        clock.moveTo(Instant.parse(input.get("now").asText()));
      } else {
        return Reply.problem(422, "REQUIRED", "Give advance or now.");
      }
    } catch (DateTimeParseException e) {
      return Reply.problem(
          422, "WRONG_TYPE", "advance is like PT24H, now like 2027-01-31T08:00:00Z.");
    } catch (IllegalArgumentException e) {
      return Reply.problem(409, "CLOCK", e.getMessage());
    }
    schedules.fireDue();
    return Form.isForm(request) ? ConsolePages.back() : clock();
  }

  private Reply fire(Request request, String name) {
    if (!schedules.names().contains(name)) {
      return notFound("schedule " + name);
    }
    try {
      schedules.fire(name);
    } catch (RuntimeException e) {
      LOG.error("schedule {} failed", name, e);
      return Reply.problem(500, "FAILED", "The function of " + name + " failed: " + e);
    }
    return Form.isForm(request)
        ? ConsolePages.back()
        : Reply.json(200, Json.object().put("fired", name));
  }

  private Reply invoke(Request request, String name) {
    Optional<LoadedFunction> function = functions.find(name);
    if (function.isEmpty()) {
      return notFound("function " + name);
    }
    try {
      return Reply.of(200, "application/json", function.get().invoke(request.body()));
    } catch (RuntimeException e) {
      LOG.error("{} failed", name, e);
      return Reply.problem(500, "FAILED", name + " failed: " + e);
    }
  }

  private static Reply notFound(String what) {
    return Reply.problem(404, "NOT_FOUND", "There is no " + what + " here.");
  }
}
