package twiza.bench.jury;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twiza.jury.Assignment;
import twiza.jury.RankingRules;
import twiza.jury.RankingRules.Official;
import twiza.jury.Review;
import twiza.scoring.assignment.Assigner;
import twiza.scoring.assignment.Task;
import twiza.scoring.ranking.RankingEngine;
import twiza.scoring.ranking.RankingInputs;

/** What it costs to assign and to rank a round, and how that grows with the ideas. */
final class Growth {

  private static final int RUNS = 5;
  private static final int[] IDEAS = {200, 2000};
  private static final int JURORS = 60;
  private static final int READERS = 5;
  private static final SortedMap<String, Integer> WEIGHTS =
      new TreeMap<>(
          Map.of(
              "innovation", 20, "social", 25, "economic", 25, "durability", 15, "territory", 15));

  /**
   * What one run took.
   *
   * @param time of the CPU, in milliseconds
   * @param allocated in megabytes, whether still in use or not
   * @param heap the most that was on the heap at once, in megabytes, garbage included
   */
  private record Cost(double time, double allocated, double heap) {}

  void print() {
    System.out.printf(
        Locale.ROOT,
        "%d jurors, %d reviews an idea, %d criteria; median of %d.%n%n",
        JURORS,
        READERS,
        WEIGHTS.size(),
        RUNS);
    System.out.println("| step | ideas | ms of CPU | x | MB allocated | x | MB of heap at most |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|");
    List<Cost> assigning = new ArrayList<>();
    List<Cost> ranking = new ArrayList<>();
    for (int ideas : IDEAS) {
      Task task =
          Task.first(
              named("idea %04d", ideas), named("juror %02d", JURORS), (_, _) -> true, READERS, 1);
      RankingInputs inputs = judged(task, Assigner.assign(task));
      assigning.add(median(() -> Assigner.assign(task)));
      ranking.add(median(() -> RankingEngine.rank(inputs)));
    }
    print("assign", assigning);
    print("rank", ranking);
  }

  private static void print(String step, List<Cost> costs) {
    for (int size = 0; size < costs.size(); size++) {
      Cost cost = costs.get(size);
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %.0f | %.1f | %.0f | %.1f | %.0f |%n",
          step,
          IDEAS[size],
          cost.time(),
          cost.time() / costs.getFirst().time(),
          cost.allocated(),
          cost.allocated() / costs.getFirst().allocated(),
          cost.heap());
    }
  }

  /** Each figure's median, after one run that does not count. */
  private static Cost median(Runnable work) {
    cost(work);
    List<Cost> costs = IntStream.range(0, RUNS).mapToObj(_ -> cost(work)).toList();
    return new Cost(
        median(costs, Cost::time), median(costs, Cost::allocated), median(costs, Cost::heap));
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> of) {
    return costs.stream().mapToDouble(of).sorted().toArray()[costs.size() / 2];
  }

  private static Cost cost(Runnable work) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Heap heap = Heap.collected();
    long allocated = thread.getCurrentThreadAllocatedBytes();
    // Other work on the machine hardly changes it.
    long start = thread.getCurrentThreadCpuTime();
    work.run();
    long time = thread.getCurrentThreadCpuTime() - start;
    return new Cost(
        time / 1e6, (thread.getCurrentThreadAllocatedBytes() - allocated) / 1e6, heap.peak());
  }

  /** Whole marks from 1 to 5, as people give them. */
  private static RankingInputs judged(Task task, Assignment assignment) {
    Random random = new Random(1);
    Map<String, Double> worth = new TreeMap<>();
    task.ideas().stream().sorted().forEach(it -> worth.put(it, 3.2 + 0.8 * random.nextGaussian()));
    List<Review> reviews = new ArrayList<>();
    assignment
        .ideas()
        .forEach(
            (juror, theirs) -> {
              double leniency = 0.5 * random.nextGaussian();
              for (String idea : theirs) {
                Map<String, Integer> marks = new TreeMap<>();
                for (String criterion : WEIGHTS.keySet()) {
                  double felt = worth.get(idea) + leniency + random.nextGaussian();
                  marks.put(criterion, Math.clamp(Math.round(felt), 1, 5));
                }
                reviews.add(new Review(juror, idea, marks));
              }
            });
    RankingRules rules =
        new RankingRules(
            WEIGHTS, 10, Official.ADJUSTED, RankingRules.USUAL_TIE_BREAKS, "social", 1);
    return new RankingInputs(rules, List.copyOf(task.ideas()), List.copyOf(task.jurors()), reviews);
  }

  private static Set<String> named(String pattern, int count) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.toSet());
  }
}
