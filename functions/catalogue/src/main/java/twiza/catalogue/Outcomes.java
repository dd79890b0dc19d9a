package twiza.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.idea.Badge;
import twiza.idea.Bank;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.idea.Publication;
import twiza.jury.Announcement;
import twiza.jury.Announcement.Placed;
import twiza.jury.Results;
import twiza.round.Phase;
import twiza.round.Round;

/** The results that are public, with what is public by now of the ideas that they are about. */
final class Outcomes {

  private final Agenda agenda;
  private final Bank bank;
  private final Results results;

  Outcomes(Agenda agenda, Bank bank, Results results) {
    this.agenda = agenda;
    this.bank = bank;
    this.results = results;
  }

  /**
   * @param placed what the public may read of winners and finalists, by their ids
   * @param others the ideas that were not placed, without rank
   */
  record Outcome(
      Round round,
      Announcement announcement,
      Map<String, Publication> placed,
      List<Card> others,
      Optional<String> next) {

    /** Of a winner who said that they may be named. */
    Optional<String> author(Placed idea) {
      return Optional.ofNullable(placed.get(idea.idea())).stream()
          .flatMap(publication -> publication.badges().stream())
          .filter(badge -> badge.round().equals(round.id()))
          .findFirst()
          .flatMap(Badge::name);
    }
  }

  /**
   * @throws Problem 404 as long as nothing is published; 422 or 400 as for a list
   */
  Outcome of(Request request) {
    Round round = agenda.round(request);
    if (round.phase() != Phase.PUBLISHED) {
      throw Problem.notFound();
    }
    Announcement announcement = results.announced(round.id()).orElseThrow(Problem::notFound);
    Listing.Page<Card> entries = agenda.entries(round, request);
    List<String> placed =
        Stream.of(announcement.winners(), announcement.finalists())
            .flatMap(List::stream)
            .map(Placed::idea)
            .toList();
    return new Outcome(
        round,
        announcement,
        bank.find(placed),
        entries.items().stream().filter(card -> !placed.contains(card.id())).toList(),
        entries.next());
  }
}
