package twiza.jury;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twiza.round.Round;

/**
 * The rankings that are kept of a round: the one that was frozen when the jury was done, and before
 * that the last one that organisers asked for. Jurors go by pseudonyms in them, so that whoever has
 * what a ranking was made of can make it again.
 */
public interface Rankings {

  /**
   * A ranking with all that it was made of.
   *
   * @param ranking by pseudonyms
   * @param reviews by pseudonyms
   * @param jurors ids, by pseudonym
   */
  record Computed(Ranking ranking, List<Review> reviews, Map<String, String> jurors) {

    public Computed {
      reviews = List.copyOf(reviews);
      jurors = Collections.unmodifiableMap(new TreeMap<>(jurors));
    }

    /** Who reviewed each idea, whether or not it counts, by pseudonyms. */
    public Map<String, List<String>> readers() {
      return reviews.stream()
          .collect(
              Collectors.groupingBy(
                  Review::idea, Collectors.mapping(Review::juror, Collectors.toList())));
    }
  }

  /**
   * What is known of a ranking without reading its pages.
   *
   * @param official frozen; a preview otherwise
   * @param run names its pages
   * @param outline the ranking without ideas: standings and unranked are empty, panels hold jurors
   *     only
   * @param jurors ids, by pseudonym
   * @param pages the id of the first idea on each
   * @param reviewPages how many pages hold what it was made of
   */
  record Head(
      boolean official,
      String run,
      Instant at,
      Ranking outline,
      Map<String, String> jurors,
      List<String> pages,
      int reviewPages) {

    /** Their numbers, from 0. */
    public List<Integer> pagesOfReviews() {
      return IntStream.range(0, reviewPages).boxed().toList();
    }
  }

  /**
   * Where the rankings of a round are.
   *
   * @param asked when a ranking was asked for last
   */
  record State(Optional<Head> frozen, Optional<Head> preview, Optional<Instant> asked) {

    /** The one to look at. */
    public Optional<Head> shown() {
      return frozen.or(() -> preview);
    }

    /** Whether one is asked for that is not there yet. */
    public boolean isComputing() {
      return frozen.isEmpty()
          && asked.filter(at -> preview.filter(it -> !it.at().isBefore(at)).isEmpty()).isPresent();
    }
  }

  State state(String round);

  /**
   * What is kept of one idea.
   *
   * @param jurors ids of those who reviewed it, whether or not it counts
   * @param standing empty when no review counts
   */
  record Marks(Set<String> jurors, Optional<Standing> standing) {

    public Marks {
      jurors = Collections.unmodifiableSet(new HashSet<>(jurors));
    }
  }

  /** Empty when the idea was not before the jury. */
  Optional<Marks> marks(String round, Head head, String idea);

  /** The whole ranking; empty when another one took its place meanwhile. */
  Optional<Ranking> ranking(String round, Head head);

  /**
   * A part of what it was made of; empty when another one took its place meanwhile.
   *
   * @param pages numbers, from 0, of pages of reviews
   */
  Optional<List<Review>> reviews(String round, Head head, List<Integer> pages);

  /** All that it was made of. */
  default Optional<List<Review>> reviews(String round, Head head) {
    return reviews(round, head, head.pagesOfReviews());
  }

  /** Asks for the work, as an event. */
  void ask(Round round, Work.Kind work, String by, Instant at);

  /**
   * Keeps a ranking for good, with its event, unless there is one already.
   *
   * @return whether it was this one that was kept
   */
  boolean freeze(Round round, Computed computed, Instant at);

  /** Keeps a ranking in the place of the last one that was asked for. */
  void preview(String round, Computed computed, Instant at);
}
