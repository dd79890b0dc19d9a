package twiza.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import twiza.delegation.Delegation;
import twiza.delegation.Delegations;
import twiza.delegation.Text;
import twiza.http.Endpoint;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.place.Language;
import twiza.place.Places;
import twiza.text.TermsInForce;
import twiza.web.PageAnswers;
import twiza.web.Pages;
import twiza.web.TermsView;
import twiza.web.Words;

/** The terms of use, also for a browser without JavaScript; and what a region said of them once. */
final class TermsPages {

  private static final Pattern SAID_BY_A_REGION = Pattern.compile("[0-9-]+\\.(\\d{2})-(\\d{1,9})");

  private final Delegations delegations;
  private final TermsInForce inForce;
  private final Pages pages;
  private final PageAnswers answers;

  TermsPages(Delegations delegations, Places places, Pages pages) {
    this.delegations = delegations;
    this.inForce = new TermsInForce(delegations, places);
    this.pages = pages;
    this.answers = new PageAnswers(pages);
  }

  Endpoint now() {
    return answers.page((_, language) -> pages.terms(language, now(language)));
  }

  /** By the version that is kept with a consent. */
  Endpoint version() {
    return answers.page((request, language) -> pages.terms(language, version(request, language)));
  }

  private TermsView now(Language reader) {
    Delegation delegation = inForce.delegation();
    Map<Language, String> said = delegation.says().in(Text.TERMS);
    Language spoken = said.containsKey(reader) ? reader : standIn(reader);
    return new TermsView(
        inForce.version(delegation),
        Optional.ofNullable(said.get(spoken)).map(words -> new Words(words, spoken)),
        true);
  }

  /** As everywhere, Arabic stands in for what is not there in Tamazight. */
  private static Language standIn(Language reader) {
    return reader == Language.ZGH ? Language.AR : reader;
  }

  private TermsView version(Request request, Language reader) {
    String version = request.path("version");
    TermsView now = now(reader);
    if (version.equals(now.version())) {
      return now;
    }
    Matcher parts = SAID_BY_A_REGION.matcher(version);
    if (!parts.matches()) {
      throw Problem.notFound();
    }
    Map<Language, String> said = delegations.terms(parts.group(1), Long.parseLong(parts.group(2)));
    if (said.isEmpty()) {
      throw Problem.notFound();
    }
    Words words = Words.of(reader, language -> said.getOrDefault(language, ""));
    return new TermsView(version, Optional.of(words), false);
  }
}
