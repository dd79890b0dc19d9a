package twiza.scoring.results;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twiza.idea.Entries;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry;
import twiza.jury.Contenders;
import twiza.jury.Ranking;
import twiza.jury.Rankings;

/** The frozen ranking of a round, with who may win by it now. */
record Field(Ranking ranking, Contenders contenders) {

  /** Empty as long as the marks are not ranked for good. */
  static Optional<Field> of(Rankings rankings, Entries entries, String round) {
    return rankings
        .state(round)
        .frozen()
        .flatMap(head -> rankings.ranking(round, head))
        .map(ranking -> new Field(ranking, new Contenders(ranking, gone(entries, round))));
  }

  private static Set<String> gone(Entries entries, String round) {
    try (Stream<Entrant> all = entries.of(round)) {
      return all.filter(it -> it.standing() != Entry.Standing.ADMITTED)
          .map(Entrant::idea)
          .collect(Collectors.toSet());
    }
  }
}
