package twiza.catalogue;

import java.util.List;
import java.util.Optional;
import twiza.catalogue.Outcomes.Outcome;
import twiza.http.Endpoint;
import twiza.http.Request;
import twiza.idea.Publication;
import twiza.jury.Announcement.Placed;
import twiza.place.Language;
import twiza.web.PageAnswers;
import twiza.web.Pages;
import twiza.web.ResultsView;
import twiza.web.RoundView;

/** Published results as a page, one address a language. */
final class ResultsPages {

  private final Outcomes outcomes;
  private final Pages pages;
  private final PageAnswers answers;

  ResultsPages(Outcomes outcomes, Pages pages) {
    this.outcomes = outcomes;
    this.pages = pages;
    this.answers = new PageAnswers(pages);
  }

  Endpoint results() {
    return answers.page(this::write);
  }

  private String write(Request request, Language language) {
    Outcome outcome = outcomes.of(request);
    return pages.results(
        language,
        new ResultsView(
            RoundView.of(outcome.round(), request.now()),
            outcome.announcement(),
            placed(outcome.announcement().winners(), outcome),
            placed(outcome.announcement().finalists(), outcome),
            outcome.others().stream()
                .map(card -> new ResultsView.Other(card.id(), card.title(), card.language().tag()))
                .toList(),
            outcome.next().orElse("")));
  }

  private static List<ResultsView.Placed> placed(List<Placed> ideas, Outcome outcome) {
    return ideas.stream().map(it -> placed(it, outcome)).toList();
  }

  private static ResultsView.Placed placed(Placed it, Outcome outcome) {
    Optional<Publication> publication = Optional.ofNullable(outcome.placed().get(it.idea()));
    return new ResultsView.Placed(
        it.idea(),
        publication.map(idea -> idea.sheet().title()).orElse(""),
        publication.map(idea -> idea.language().tag()).orElse(""),
        outcome.author(it).orElse(""),
        it.score(),
        it.rawMean(),
        it.reviews());
  }
}
