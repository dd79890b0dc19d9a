package twiza.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twiza.jury.JurorFigures;
import twiza.jury.Ranking;
import twiza.jury.Ranking.Caveat;
import twiza.jury.Ranking.Fit;
import twiza.jury.Ranking.Panel;
import twiza.jury.RankingRules;
import twiza.jury.Rankings.Computed;
import twiza.jury.Rankings.Head;
import twiza.jury.Rankings.Marks;
import twiza.jury.Review;
import twiza.jury.Standing;
import twiza.jury.TieBreak;

/**
 * A ranking as items: a head with all but ideas and reviews, the ideas in the order of their ids on
 * pages of a hundred, and the reviews on pages of two thousand lines. A page of either holds far
 * less than an item may.
 */
final class RankingItems {

  private static final int IDEAS_ON_PAGE = 100;
  private static final int REVIEWS_ON_PAGE = 2000;

  private RankingItems() {}

  /** Its reviews and rules name it, and whether it is official: made again, it has the same. */
  static String run(Computed computed, boolean official) {
    return (official ? "F" : "P") + computed.ranking().inputs().substring(0, 24);
  }

  static Head head(Computed computed, boolean official, Instant at) {
    Ranking ranking = computed.ranking();
    Ranking outline =
        new Ranking(
            ranking.engine(),
            ranking.inputs(),
            ranking.rules(),
            ranking.fit(),
            ranking.caveats(),
            List.of(),
            List.of(),
            ranking.jurors(),
            ranking.panels().stream().map(it -> new Panel(List.of(), it.jurors())).toList());
    List<String> ideas = ideas(ranking);
    return new Head(
        official,
        run(computed, official),
        at,
        outline,
        computed.jurors(),
        starts(ideas.size(), IDEAS_ON_PAGE).stream().map(ideas::get).toList(),
        starts(computed.reviews().size(), REVIEWS_ON_PAGE).size());
  }

  private static List<Integer> starts(int size, int step) {
    return IntStream.iterate(0, at -> at < size, at -> at + step).boxed().toList();
  }

  private static List<String> ideas(Ranking ranking) {
    SortedSet<String> ideas = new TreeSet<>(ranking.unranked());
    ranking.standings().forEach(it -> ideas.add(it.idea()));
    return List.copyOf(ideas);
  }

  static Item write(Key key, Head head) {
    Ranking outline = head.outline();
    Item jurors = new Item();
    head.jurors().forEach(jurors::with);
    return Item.at(key)
        .with("run", head.run())
        .with("at", head.at())
        .with("engine", outline.engine())
        .with("inputs", outline.inputs())
        .with("rules", write(outline.rules()))
        .with("fit", outline.fit().map(RankingItems::write))
        .withSet("caveats", outline.caveats())
        .with("figures", outline.jurors().stream().map(RankingItems::write).toList())
        .with("panels", outline.panels().stream().map(Panel::jurors).toList())
        .with("jurors", jurors)
        .with("pages", head.pages())
        .with("reviewPages", head.reviewPages());
  }

  static Head readHead(Item item, boolean official) {
    Item jurors = item.map("jurors");
    Map<String, String> ids = new TreeMap<>();
    jurors.attributes().keySet().forEach(name -> ids.put(name, jurors.text(name)));
    Ranking outline =
        new Ranking(
            item.text("engine"),
            item.text("inputs"),
            readRules(item.map("rules")),
            item.optionalMap("fit").map(RankingItems::readFit),
            item.constants("caveats", Caveat.class),
            List.of(),
            List.of(),
            item.maps("figures").stream().map(RankingItems::readFigures).toList(),
            item.lists("panels").stream().map(it -> new Panel(List.of(), it)).toList());
    return new Head(
        official,
        item.text("run"),
        item.instant("at"),
        outline,
        ids,
        item.lines("pages"),
        item.integer("reviewPages"));
  }

  private static Item write(RankingRules rules) {
    Item weights = new Item();
    rules.weights().forEach(weights::with);
    return new Item()
        .with("weights", weights)
        .with("winners", rules.winners())
        .with("official", rules.official())
        .with("tieBreaks", rules.tieBreaks())
        .with("priority", rules.priority())
        .with("seed", rules.seed());
  }

  private static RankingRules readRules(Item item) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    Item given = item.map("weights");
    given.attributes().keySet().forEach(code -> weights.put(code, given.integer(code)));
    return new RankingRules(
        weights,
        item.integer("winners"),
        item.constant("official", RankingRules.Official.class),
        item.lines("tieBreaks").stream().map(TieBreak::valueOf).toList(),
        item.text("priority"),
        item.number("seed"));
  }

  static Item write(Fit fit) {
    return new Item()
        .with("mean", fit.mean())
        .with("residual", fit.residual())
        .with("ideas", fit.ideas())
        .with("jurors", fit.jurors());
  }

  static Fit readFit(Item item) {
    return new Fit(
        item.decimal("mean"),
        item.decimal("residual"),
        item.decimal("ideas"),
        item.decimal("jurors"));
  }

  private static Item write(JurorFigures figures) {
    return new Item()
        .with("juror", figures.juror())
        .with("reviews", figures.reviews())
        .with("mean", figures.mean())
        .with("spread", figures.spread())
        .with("leniency", figures.leniency())
        .with("constant", figures.constant());
  }

  private static JurorFigures readFigures(Item item) {
    return new JurorFigures(
        item.text("juror"),
        item.integer("reviews"),
        item.optionalDecimal("mean"),
        item.optionalDecimal("spread"),
        item.optionalDecimal("leniency"),
        item.flag("constant"));
  }

  /** The ideas, in the order of their ids. */
  static List<Item> pages(String round, Computed computed, String run) {
    Ranking ranking = computed.ranking();
    Map<String, Standing> standings = new HashMap<>();
    ranking.standings().forEach(it -> standings.put(it.idea(), it));
    Map<String, List<String>> readers = computed.readers();
    List<String> ideas = ideas(ranking);
    List<Item> pages = new ArrayList<>();
    for (int from : starts(ideas.size(), IDEAS_ON_PAGE)) {
      List<Item> some =
          ideas.subList(from, Math.min(ideas.size(), from + IDEAS_ON_PAGE)).stream()
              .map(
                  idea ->
                      idea(
                          idea,
                          readers.getOrDefault(idea, List.of()),
                          Optional.ofNullable(standings.get(idea))))
              .toList();
      pages.add(Item.at(Keys.rankingPage(round, run, pages.size())).with("ideas", some));
    }
    return pages;
  }

  private static Item idea(String idea, List<String> readers, Optional<Standing> standing) {
    Item item = new Item().with("idea", idea).with("readers", readers.stream().sorted().toList());
    standing.ifPresent(it -> write(it, item));
    return item;
  }

  private static void write(Standing standing, Item item) {
    Item byCriterion = new Item();
    standing.byCriterion().forEach(byCriterion::with);
    item.with("rank", standing.rank())
        .with("otherRank", standing.otherRank())
        .with("tie", standing.tie())
        .with("reviews", standing.reviews())
        .with("leftOut", standing.leftOut())
        .with("rawMean", standing.rawMean())
        .with("median", standing.median())
        .with("byCriterion", byCriterion)
        .with("score", standing.score())
        .with("error", standing.standardError())
        .with("chance", standing.chance())
        .with("panel", standing.panel());
  }

  private static Optional<Standing> readStanding(Item item) {
    if (!item.has("rank")) {
      return Optional.empty();
    }
    SortedMap<String, Double> byCriterion = new TreeMap<>();
    Item means = item.map("byCriterion");
    means.attributes().keySet().forEach(code -> byCriterion.put(code, means.decimal(code)));
    return Optional.of(
        new Standing(
            item.text("idea"),
            item.integer("rank"),
            item.integer("otherRank"),
            item.optionalConstant("tie", TieBreak.class),
            item.integer("reviews"),
            item.integer("leftOut"),
            item.decimal("rawMean"),
            item.decimal("median"),
            byCriterion,
            item.decimal("score"),
            item.decimal("error"),
            item.decimal("chance"),
            item.integer("panel")));
  }

  /** The whole ranking, out of its head and all of its pages. */
  static Ranking read(Head head, List<Item> pages) {
    List<Standing> standings = new ArrayList<>();
    List<String> unranked = new ArrayList<>();
    for (Item page : pages) {
      for (Item idea : page.maps("ideas")) {
        readStanding(idea).ifPresentOrElse(standings::add, () -> unranked.add(idea.text("idea")));
      }
    }
    Map<Integer, List<String>> byPanel =
        standings.stream()
            .collect(
                Collectors.groupingBy(
                    Standing::panel, Collectors.mapping(Standing::idea, Collectors.toList())));
    Ranking outline = head.outline();
    List<Panel> panels =
        IntStream.range(0, outline.panels().size())
            .mapToObj(
                at ->
                    new Panel(
                        byPanel.getOrDefault(at, List.of()), outline.panels().get(at).jurors()))
            .toList();
    standings.sort(Comparator.comparingInt(Standing::rank));
    return new Ranking(
        outline.engine(),
        outline.inputs(),
        outline.rules(),
        outline.fit(),
        outline.caveats(),
        standings,
        unranked,
        outline.jurors(),
        panels);
  }

  /** What is kept of one idea, when it is on its page. */
  static Optional<Marks> marks(Head head, Item page, String idea) {
    return page.maps("ideas").stream()
        .filter(it -> it.text("idea").equals(idea))
        .findFirst()
        .map(
            it ->
                new Marks(
                    Set.copyOf(it.lines("readers").stream().map(head.jurors()::get).toList()),
                    readStanding(it)));
  }

  /** Each review a line: idea, juror, and the marks in the order of their criteria. */
  static List<Item> reviewPages(String round, Computed computed, String run) {
    List<String> lines =
        computed.reviews().stream()
            .sorted(Comparator.comparing(Review::idea).thenComparing(Review::juror))
            .map(RankingItems::line)
            .toList();
    List<Item> pages = new ArrayList<>();
    for (int from : starts(lines.size(), REVIEWS_ON_PAGE)) {
      List<String> some = lines.subList(from, Math.min(lines.size(), from + REVIEWS_ON_PAGE));
      pages.add(Item.at(Keys.rankingReviews(round, run, pages.size())).with("reviews", some));
    }
    return pages;
  }

  private static String line(Review review) {
    return review.idea()
        + " "
        + review.juror()
        + " "
        + review.marks().values().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  static List<Review> readReviews(Head head, List<Item> pages) {
    List<String> criteria = List.copyOf(head.outline().rules().weights().keySet());
    return pages.stream()
        .flatMap(page -> page.lines("reviews").stream())
        .map(line -> readReview(line, criteria))
        .toList();
  }

  private static Review readReview(String line, List<String> criteria) {
    List<String> words = Arrays.asList(line.split(" ", -1));
    SortedMap<String, Integer> marks = new TreeMap<>();
    for (int at = 0; at < criteria.size(); at++) {
      marks.put(criteria.get(at), Integer.valueOf(words.get(at + 2)));
    }
    return new Review(words.get(1), words.get(0), marks);
  }
}
