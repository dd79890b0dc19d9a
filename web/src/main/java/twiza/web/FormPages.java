package twiza.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import twiza.http.FieldError;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.http.Router;
import twiza.place.Language;
import twiza.text.Messages;

/**
 * Answers plain HTML forms with pages: the same form again, with what was typed and what is wrong.
 */
public final class FormPages {

  private final Pages pages;

  public FormPages(Pages pages) {
    this.pages = pages;
  }

  /**
   * @param endpoint what to do with the fields
   * @param form the page that the form stands on
   */
  public Reply answer(
      Request request,
      BiFunction<Input, Request, Reply> endpoint,
      BiFunction<Language, FormView, String> form) {
    return orPage(
        request,
        () -> {
          Input input = request.jsonOrForm();
          try {
            return endpoint.apply(input, request);
          } catch (Problem problem) {
            return again(problem, input, language(request), form);
          }
        });
  }

  /** The form as it was typed, where its fields are what is wrong. */
  private static Reply again(
      Problem problem,
      Input input,
      Language language,
      BiFunction<Language, FormView, String> form) {
    if (problem.errors().isEmpty()) {
      throw problem;
    }
    return Reply.html(problem.status(), form.apply(language, view(input, problem, language)));
  }

  /** Whoever looks at a page is told in a page why there is none. */
  public Reply orPage(Request request, Supplier<Reply> reply) {
    try {
      return reply.get();
    } catch (Problem problem) {
      return page(problem, language(request));
    }
  }

  /** The language of the page that the form stands on. */
  public static Language language(Request request) {
    return Language.ofTag(request.query("language")).orElseGet(request::language);
  }

  private Reply page(Problem problem, Language language) {
    Messages messages = Messages.in(language);
    String title = messages.text("error." + problem.code() + ".title");
    String text = messages.text("error." + problem.code() + ".text");
    Reply reply = Reply.html(problem.status(), pages.problem(language, title, text));
    return problem
        .retryAfter()
        .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
        .orElse(reply);
  }

  private static FormView view(Input input, Problem problem, Language language) {
    Messages messages = Messages.in(language);
    Map<String, String> errors = new LinkedHashMap<>();
    for (FieldError error : problem.errors()) {
      errors.putIfAbsent(error.field(), Router.sentence(error, messages));
    }
    return new FormView(input.typed(), errors);
  }
}
