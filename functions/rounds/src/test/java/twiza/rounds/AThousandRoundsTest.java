package twiza.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.ORGANISER;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.access.Fingerprints;
import twiza.idea.Dossier;
import twiza.idea.Dues;
import twiza.idea.Entries;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.Samples;
import twiza.round.Edition;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundEvent;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.round.RoundSamples;
import twiza.round.Rounds;
import twiza.round.Via;
import twiza.settings.TestKeys;
import twiza.table.LocalTable;
import twiza.table.Meter;
import twiza.table.TableDues;
import twiza.table.TableEntries;
import twiza.table.TableIdeas;
import twiza.table.TableRounds;
import twiza.table.TableUptakes;
import twiza.uptake.Terms;
import twiza.watch.Gauges;

/** However many are due, and however often a sweep dies: each moves once. */
class AThousandRoundsTest {

  private static final int MANY = 1000;

  private static final Duration ENOUGH = Duration.ofMinutes(1);

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final Meter meter = new Meter();
  private final Rounds rounds = new TableRounds(table.client(meter), table.name(), fingerprints);
  private final Entries entries = new TableEntries(table.client(), table.name(), fingerprints);
  private final Ideas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final Dues dues = new TableDues(table.client(meter), table.name());
  private final Random random = new Random(1000);

  /** The process ends here, whatever would catch an exception. */
  private static final class Killed extends Error {

    private static final long serialVersionUID = 1;
  }

  /** How many writes a sweep lives to make. */
  private final class Lifetime {

    private int writes = random.nextInt(1, 120);

    /** Ends before a write, or after it when nobody has heard that it was made. */
    <T> T write(Supplier<T> write) {
      writes--;
      if (writes == 0 && random.nextBoolean()) {
        throw new Killed();
      }
      T written = write.get();
      if (writes == 0) {
        throw new Killed();
      }
      return written;
    }
  }

  private record MortalRounds(Rounds rounds, Lifetime lifetime) implements Rounds {

    @Override
    public Optional<Round> find(String id) {
      return rounds.find(id);
    }

    @Override
    public Map<String, Round> among(Collection<String> ids) {
      return rounds.among(ids);
    }

    @Override
    public Listing<Round> announced(String region, String cursor, int limit) {
      return rounds.announced(region, cursor, limit);
    }

    @Override
    public List<Round> drafts(String region) {
      return rounds.drafts(region);
    }

    @Override
    public String reason(String id) {
      return rounds.reason(id);
    }

    @Override
    public boolean save(Edit edit) {
      return lifetime.write(() -> rounds.save(edit));
    }
  }

  private void sweep(Rounds through, Instant now) {
    sweep(through, now, () -> ENOUGH);
  }

  private void sweep(Rounds through, Instant now, Supplier<Duration> left) {
    DueUptakes uptakes =
        new DueUptakes(
            new TableUptakes(table.client(), table.name(), fingerprints), () -> Terms.USUAL);
    DueRounds moving = new DueRounds(through, entries, ideas);
    new Sweep(dues, ideas, moving, uptakes, () -> now, Gauges.none()).run(left);
  }

  /**
   * @return how many sweeps it took
   */
  private int sweepUntilNothingIsDue(Instant now) {
    int sweeps = 0;
    while (dues.by(now).findAny().isPresent()) {
      sweeps++;
      try {
        sweep(new MortalRounds(rounds, new Lifetime()), now);
      } catch (Killed killed) {
        // The next sweep goes on from here.
      }
    }
    return sweeps;
  }

  private List<String> announced(int count) {
    return IntStream.range(0, count).mapToObj(_ -> aRound()).toList().parallelStream()
        .map(this::announced)
        .toList();
  }

  /** Drafted and announced in one write, because there are so many. */
  private String announced(RoundSamples.Sample sample) {
    RoundOutcome.Accepted drafted = sample.drafted();
    RoundCommand announce = new RoundCommand.Announce(Edition.ROOM_CODE);
    RoundOutcome.Accepted announced =
        (RoundOutcome.Accepted) RoundLife.decide(drafted.round(), announce, Samples.MONDAY);
    List<RoundEvent> events = List.of(drafted.events().getFirst(), announced.events().getFirst());
    RoundOutcome.Accepted both = new RoundOutcome.Accepted(announced.round(), events);
    rounds.save(new Rounds.Edit(Optional.empty(), both, ORGANISER, Samples.MONDAY, ""));
    return sample.id();
  }

  /** The kinds of what happened to each round, in order. */
  private Map<String, List<String>> histories() {
    return table.everything().stream()
        .filter(item -> item.get("PK").s().startsWith("ROUND#"))
        .filter(item -> item.get("SK").s().startsWith("EVENT#"))
        .sorted((one, other) -> one.get("SK").s().compareTo(other.get("SK").s()))
        .collect(
            Collectors.groupingBy(
                item -> item.get("PK").s().substring("ROUND#".length()),
                TreeMap::new,
                Collectors.mapping(AThousandRoundsTest::said, Collectors.toList())));
  }

  private static String said(Map<String, AttributeValue> event) {
    List<String> told = event.containsKey("tell") ? event.get("tell").ss() : List.of();
    return event.get("kind").s() + told;
  }

  private void eachIsOpenOnce(List<String> ids) {
    assertThat(histories().keySet()).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(histories().values())
        .allSatisfy(
            history ->
                assertThat(history)
                    .containsExactly(
                        "ROUND_DRAFTED[]",
                        "ROUND_ANNOUNCED[ORGANISERS]",
                        "ROUND_OPENED[ORGANISERS]"));
    assertThat(dues.by(OPENS)).isEmpty();
  }

  /** At 20 ms a request, a thousand rounds leave a sweep of 55 seconds time to spare. */
  @Test
  void takeTwoRequestsEachAndOneForEachPageOfTheList() {
    List<String> ids = announced(MANY / 20);
    Meter.Cost cost = meter.of(() -> sweep(rounds, OPENS));
    assertThat(cost.requests()).isEqualTo(2 * ids.size() + 1);
    eachIsOpenOnce(ids);
  }

  @Test
  void areMovedOnceEachPageByPageBySweepsThatDieAtAnyPoint() {
    List<String> ids = announced(MANY);
    assertThat(sweepUntilNothingIsDue(OPENS)).isGreaterThan(5);
    eachIsOpenOnce(ids);
  }

  @Test
  void areMovedOnceEachBySweepsThatRunOutOfTime() {
    List<String> ids = announced(MANY / 20);
    while (dues.by(OPENS).findAny().isPresent()) {
      Iterator<Duration> left =
          Stream.concat(
                  Stream.generate(() -> ENOUGH).limit(random.nextInt(1, 20)),
                  Stream.generate(() -> Duration.ZERO))
              .iterator();
      sweep(rounds, OPENS, left::next);
    }
    eachIsOpenOnce(ids);
  }

  @Test
  void areMovedOnceEachByTwoSweepsAtOnce() throws Exception {
    List<String> ids = announced(MANY / 20);
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Void> sweeping =
        () -> {
          together.await();
          sweep(rounds, OPENS);
          return null;
        };
    try (ExecutorService schedules = Executors.newFixedThreadPool(2)) {
      for (Future<Void> done : schedules.invokeAll(List.of(sweeping, sweeping))) {
        done.get();
      }
    }
    eachIsOpenOnce(ids);
  }

  @Test
  void goThroughTheirWholeLivesAfterAnOutageThoughSweepsDie() {
    List<Edition> editions =
        Stream.generate(() -> Edition.announced(rounds, aRound())).limit(10).toList();
    List<Journey> sent = editions.stream().map(this::published).toList();
    sweepUntilNothingIsDue(RESULTS.plus(Duration.ofDays(3)));
    assertThat(histories().values())
        .hasSize(editions.size())
        .allSatisfy(history -> assertThat(history).isEqualTo(WHOLE_LIFE));
    assertThat(sent.stream().map(Journey::dossier).map(AThousandRoundsTest::admissions))
        .allMatch(admissions -> admissions == 1);
  }

  private static final List<String> WHOLE_LIFE =
      List.of(
          "ROUND_DRAFTED[]",
          "ROUND_ANNOUNCED[ORGANISERS]",
          "ROUND_OPENED[ORGANISERS]",
          "ROUND_SUBMISSIONS_CLOSED[ORGANISERS]",
          "ROUND_REMINDED[]",
          "ROUND_JUDGING_OPENED[JURORS, ORGANISERS]",
          "ROUND_SETTLED[]",
          "ROUND_REMINDED[]",
          "ROUND_JUDGING_CLOSED[ORGANISERS]",
          "ROUND_SETTLED[]");

  private Journey published(Edition edition) {
    Samples.Sample sample = anIdea().by(Samples.moha()).sentAt(OPENS);
    ideas.submit(sample.submissionFor(edition.round(), Via.AUTHOR, ""));
    return Journey.continues(ideas, sample.id()).approved();
  }

  private static long admissions(Dossier dossier) {
    return dossier.history().stream().filter(it -> it.event().code().equals("ADMITTED")).count();
  }
}
