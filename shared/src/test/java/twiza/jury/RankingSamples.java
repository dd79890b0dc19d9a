package twiza.jury;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import twiza.jury.Ranking.Caveat;
import twiza.jury.Ranking.Fit;
import twiza.jury.Ranking.Panel;
import twiza.round.RoundSamples;

/** Rankings that tests tell their stories with. */
public final class RankingSamples {

  private RankingSamples() {}

  /** One idea's place: its id and its chance to be among the best. */
  public record Ranked(String idea, double chance) {}

  public static Ranked ranked(String idea, double chance) {
    return new Ranked(idea, chance);
  }

  /** By the rules of the sample's plan, for so many prizes, in this order. */
  public static Ranking ranking(int prizes, Ranked... order) {
    List<Standing> standings = new ArrayList<>();
    for (Ranked it : order) {
      standings.add(standing(it, standings.size() + 1));
    }
    RankingRules announced = RankingRules.of(RoundSamples.aPlan());
    RankingRules rules =
        new RankingRules(
            announced.weights(),
            prizes,
            announced.official(),
            announced.tieBreaks(),
            announced.priority(),
            announced.seed());
    List<String> ideas = Stream.of(order).map(Ranked::idea).toList();
    return new Ranking(
        "twiza-ranking/1",
        "0123456789abcdef".repeat(4),
        rules,
        Optional.of(new Fit(3.25, 0.5, 0.1 + 0.2, 1.0 / 3)),
        Set.of(Caveat.WINNERS_DIFFER),
        standings,
        List.of("unread"),
        List.of(
            new JurorFigures(
                "J1",
                2,
                OptionalDouble.of(3.1),
                OptionalDouble.of(0.7),
                OptionalDouble.of(-1e-7),
                false),
            new JurorFigures(
                "J2",
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false)),
        List.of(new Panel(ideas.stream().sorted().toList(), List.of("J1"))));
  }

  private static Standing standing(Ranked it, int rank) {
    return new Standing(
        it.idea(),
        rank,
        rank,
        rank == 2 ? Optional.of(TieBreak.MEDIAN) : Optional.empty(),
        2,
        1,
        4.0 - rank / 3.0,
        3.5,
        new TreeMap<>(Map.of("INNOVATION", 10.0 / 3, "IMPACT", 2.0)),
        3.9 - rank / 7.0,
        0.3,
        it.chance(),
        0);
  }
}
