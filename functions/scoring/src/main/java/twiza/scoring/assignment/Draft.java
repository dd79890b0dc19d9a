package twiza.scoring.assignment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import twiza.jury.Assignment;
import twiza.scoring.graph.Components;

/** An assignment in the making. Ideas and jurors are places in lists sorted by id. */
final class Draft {

  private final Task task;
  private final List<String> ideas;
  private final List<String> jurors;
  private final boolean[] asked;
  private final BitSet[] allowed;
  private final BitSet[] settled;
  private final BitSet[] old;
  private final BitSet[] readBy;
  private final BitSet[] readersOf;
  private final int[][] together;

  Draft(Task task) {
    this.task = task;
    ideas = task.ideas().stream().sorted().toList();
    TreeSet<String> all = new TreeSet<>(task.jurors());
    all.addAll(task.settled().ideas().keySet());
    jurors = List.copyOf(all);
    asked = new boolean[jurors.size()];
    allowed = bitSets(jurors.size());
    settled = bitSets(jurors.size());
    old = bitSets(jurors.size());
    readBy = bitSets(jurors.size());
    readersOf = bitSets(ideas.size());
    together = new int[jurors.size()][jurors.size()];
    for (int juror = 0; juror < jurors.size(); juror++) {
      asked[juror] = task.jurors().contains(jurors.get(juror));
      for (int idea = 0; idea < ideas.size(); idea++) {
        take(juror, idea);
      }
    }
  }

  private void take(int juror, int idea) {
    String person = jurors.get(juror);
    String entry = ideas.get(idea);
    allowed[juror].set(idea, asked[juror] && task.mayRead().test(person, entry));
    settled[juror].set(idea, task.settled().has(person, entry));
    old[juror].set(idea, task.current().has(person, entry));
    if (settled[juror].get(idea) || (allowed[juror].get(idea) && old[juror].get(idea))) {
      add(juror, idea);
    }
  }

  private static BitSet[] bitSets(int count) {
    return IntStream.range(0, count).mapToObj(_ -> new BitSet()).toArray(BitSet[]::new);
  }

  int ideas() {
    return ideas.size();
  }

  int jurors() {
    return jurors.size();
  }

  /** Whether a juror belongs to the jury; whoever left does not. */
  boolean isAsked(int juror) {
    return asked[juror];
  }

  boolean mayRead(int juror, int idea) {
    return allowed[juror].get(idea);
  }

  /** Whether a juror could be given an idea: allowed, and not reading it yet. */
  boolean canTake(int juror, int idea) {
    return allowed[juror].get(idea) && !readBy[juror].get(idea);
  }

  /** Whether what a juror reads may be given to somebody else. */
  boolean canGive(int juror, int idea) {
    return readBy[juror].get(idea) && !settled[juror].get(idea);
  }

  /** The ideas that one juror could pass on to another. */
  BitSet gifts(int giver, int taker) {
    BitSet gifts = (BitSet) readBy[giver].clone();
    gifts.andNot(settled[giver]);
    gifts.and(allowed[taker]);
    gifts.andNot(readBy[taker]);
    return gifts;
  }

  /** Those of some ideas that a juror was not asked for before. */
  BitSet fresh(int juror, BitSet some) {
    BitSet fresh = (BitSet) some.clone();
    fresh.andNot(old[juror]);
    return fresh;
  }

  int wanted() {
    return task.readers();
  }

  int load(int juror) {
    return readBy[juror].cardinality();
  }

  int countOfReaders(int idea) {
    return readersOf[idea].cardinality();
  }

  int countOfAllowed(int idea) {
    return (int) IntStream.range(0, jurors.size()).filter(it -> mayRead(it, idea)).count();
  }

  IntStream readersOf(int idea) {
    return readersOf[idea].stream();
  }

  /** How many ideas two jurors both read. */
  int together(int juror, int other) {
    return together[juror][other];
  }

  void add(int juror, int idea) {
    meet(juror, idea, 1);
    readBy[juror].set(idea);
    readersOf[idea].set(juror);
  }

  void remove(int juror, int idea) {
    readBy[juror].clear(idea);
    readersOf[idea].clear(juror);
    meet(juror, idea, -1);
  }

  private void meet(int juror, int idea, int times) {
    readersOf[idea].stream()
        .forEach(
            other -> {
              together[juror][other] += times;
              together[other][juror] += times;
            });
  }

  /** By how much the largest load of those asked exceeds the smallest. */
  int unevenness() {
    int[] loads =
        IntStream.range(0, jurors.size()).filter(this::isAsked).map(this::load).sorted().toArray();
    return loads.length == 0 ? 0 : loads[loads.length - 1] - loads[0];
  }

  /** Who reads what, as pairs of juror and idea. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int juror = 0; juror < jurors.size(); juror++) {
      int reader = juror;
      readBy[juror].stream().forEach(idea -> pairs.add(new Pair(reader, idea)));
    }
    return pairs;
  }

  /** A juror and an idea, by place. */
  record Pair(int juror, int idea) {}

  Components components() {
    List<Pair> pairs = pairs();
    return new Components(
        ideas.size(),
        jurors.size(),
        pairs.stream().mapToInt(Pair::idea).toArray(),
        pairs.stream().mapToInt(Pair::juror).toArray());
  }

  List<String> ideaIds() {
    return ideas;
  }

  List<String> jurorIds() {
    return jurors;
  }

  Assignment finished() {
    TreeMap<String, TreeSet<String>> byJuror = new TreeMap<>();
    for (Pair pair : pairs()) {
      byJuror
          .computeIfAbsent(jurors.get(pair.juror()), _ -> new TreeSet<>())
          .add(ideas.get(pair.idea()));
    }
    return Assignment.of(byJuror);
  }
}
