package twiza.scoring.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import twiza.jury.Ranking;
import twiza.jury.Ranking.Bridge;
import twiza.jury.Ranking.Panel;

/**
 * The reviews to ask for so that panels that share no juror can be compared: for each panel, one of
 * an idea of its own by a juror of the others, and one the other way round. Whoever has reviewed
 * least comes first.
 */
public final class Bridges {

  private final BiPredicate<String, String> mayReview;
  private final Map<String, Integer> reviews = new HashMap<>();

  private Bridges(Ranking ranking, BiPredicate<String, String> mayReview) {
    this.mayReview = mayReview;
    ranking.jurors().forEach(it -> reviews.put(it.juror(), it.reviews()));
    ranking.standings().forEach(it -> reviews.put(it.idea(), it.reviews()));
  }

  /**
   * @param mayReview whether a juror (the first) may read an idea (the second)
   * @return none for a jury in one piece; fewer than are needed where nobody may
   */
  public static List<Bridge> offer(Ranking ranking, BiPredicate<String, String> mayReview) {
    return new Bridges(ranking, mayReview).connect(ranking.panels());
  }

  private List<Bridge> connect(List<Panel> panels) {
    List<Panel> apart = new ArrayList<>(panels);
    apart.sort(Comparator.comparingInt((Panel it) -> it.ideas().size()).reversed());
    List<Panel> joined = new ArrayList<>();
    List<Bridge> offered = new ArrayList<>();
    if (!apart.isEmpty()) {
      joined.add(apart.removeFirst());
    }
    boolean found = true;
    while (found) {
      found = false;
      for (Panel panel : List.copyOf(apart)) {
        List<Bridge> both = between(joined, panel);
        if (!both.isEmpty()) {
          offered.addAll(both);
          apart.remove(panel);
          joined.add(panel);
          found = true;
        }
      }
    }
    return offered;
  }

  private List<Bridge> between(List<Panel> joined, Panel panel) {
    List<String> ideas = joined.stream().flatMap(it -> it.ideas().stream()).toList();
    List<String> jurors = joined.stream().flatMap(it -> it.jurors().stream()).toList();
    List<Bridge> both = new ArrayList<>();
    least(jurors, panel.ideas()).ifPresent(both::add);
    least(panel.jurors(), ideas).ifPresent(both::add);
    both.forEach(it -> reviews.merge(it.juror(), 1, Integer::sum));
    return both;
  }

  private Optional<Bridge> least(List<String> jurors, List<String> ideas) {
    Comparator<String> byReviews =
        Comparator.comparing((String id) -> reviews.get(id)).thenComparing(id -> id);
    return jurors.stream()
        .sorted(byReviews)
        .flatMap(
            juror ->
                ideas.stream()
                    .sorted(byReviews)
                    .filter(idea -> mayReview.test(juror, idea))
                    .map(idea -> new Bridge(juror, idea)))
        .findFirst();
  }
}
