package twiza.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.access.Busy;
import twiza.http.Endpoint;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.place.Language;
import twiza.text.Messages;

/** Answers with pages in the language of the address. What goes wrong is a page too. */
public final class PageAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(PageAnswers.class);
  private static final String RETRY_WHEN_BUSY = "2";

  private final Pages pages;

  public PageAnswers(Pages pages) {
    this.pages = pages;
  }

  /** Writes a page for a request, or says with a {@link Problem} why not. */
  @FunctionalInterface
  public interface Writer {
    String write(Request request, Language language);
  }

  public Endpoint page(Writer writer) {
    return request -> answer(request, writer);
  }

  private Reply answer(Request request, Writer writer) {
    Language language = Language.ofTag(request.path("language")).orElse(null);
    if (language == null) {
      return problem(Problem.notFound(), request.language());
    }
    try {
      return Reply.html(200, writer.write(request, language)).shared(request);
    } catch (Problem problem) {
      return problem(problem, language);
    } catch (Busy e) {
      LOG.warn("busy", e);
      return problem(Problem.of(503, "UNAVAILABLE"), language).with("Retry-After", RETRY_WHEN_BUSY);
    } catch (RuntimeException e) {
      LOG.error("failed", e);
      return problem(Problem.of(500, "INTERNAL"), language);
    }
  }

  private Reply problem(Problem problem, Language language) {
    if (problem.status() == 404) {
      return Reply.html(404, pages.notFound(language));
    }
    Messages messages = Messages.in(language);
    String title = messages.text("error." + problem.code() + ".title");
    String text = messages.text("error." + problem.code() + ".text");
    return Reply.html(problem.status(), pages.problem(language, title, text));
  }
}
