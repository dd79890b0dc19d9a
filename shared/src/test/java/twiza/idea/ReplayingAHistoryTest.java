package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.moha;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twiza.place.Language;

class ReplayingAHistoryTest {

  private static final List<Choice> CHOICES = List.of(Choice.values());
  private static final List<Call.Result> RESULTS = List.of(Call.Result.values());

  private record Happened(IdeaEvent event, String by, Instant at) {}

  static IntStream lives() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("lives")
  void leads_to_the_state_that_deciding_led_to(int seed) {
    Random random = new Random(seed);
    Samples.Sample sample = sample(seed);
    Idea lived = sample.accepted().idea();
    List<Happened> history = new ArrayList<>();
    Instant now = sample.at();
    for (int step = 0; step < 40; step++) {
      now = now.plus(Duration.ofHours(random.nextInt(1, 24 * 10)));
      Command command = any(lived, random);
      if (IdeaLife.decide(lived, command, now) instanceof Outcome.Accepted accepted) {
        String by = command instanceof Command.Decide decide ? decide.by() : "";
        for (IdeaEvent event : accepted.events()) {
          history.add(new Happened(event, by, now));
        }
        lived = accepted.idea();
      }
    }
    Idea replayed = sample.accepted().idea();
    for (Happened happened : history) {
      replayed = IdeaLife.after(replayed, happened.event(), happened.by(), happened.at());
    }
    assertThat(replayed).isEqualTo(lived);
    assertThat(lived.version()).isEqualTo(1L + history.size());
  }

  private static Command any(Idea idea, Random random) {
    Choice choice = CHOICES.get(random.nextInt(CHOICES.size()));
    return switch (random.nextInt(24)) {
      case 0, 1 -> new Command.Confirm();
      case 2, 3 -> new Command.Correct(idea.latest());
      case 4 -> new Command.Present(new Presentation(random.nextBoolean(), random.nextBoolean()));
      case 5 -> new Command.AskContactChange();
      case 6 ->
          new Command.ChangeContact(random.nextBoolean() ? Contact.Kind.EMAIL : Contact.Kind.PHONE);
      case 7, 8 -> new Command.DoWhatIsDue();
      case 9 -> random.nextInt(6) == 0 ? new Command.Withdraw() : new Command.DoWhatIsDue();
      case 10 ->
          random.nextInt(6) == 0 ? new Command.Erase(random.nextBoolean()) : any(idea, random);
      case 11 -> new Command.Bounce(1 + random.nextInt((int) idea.version()));
      case 12, 13 -> call(random);
      case 14 -> new Command.WriteNote(random.nextInt(4) == 0);
      case 15 -> new Command.Translate(Language.AR, random.nextBoolean());
      case 16, 17 -> new Command.Report(ReportKind.SPAM);
      case 18 -> random.nextInt(3) == 0 ? new Command.Dismiss() : any(idea, random);
      case 19 -> new Command.RemindOfWaiting(new Patience(Duration.ofDays(3), Duration.ofDays(7)));
      default -> new Command.Decide(choice, idea.shown(), by(random), "Parce que");
    };
  }

  private static Command call(Random random) {
    Call.Result result = RESULTS.get(random.nextInt(RESULTS.size()));
    Optional<String> consent = Optional.of("2026-05").filter(_ -> random.nextBoolean());
    return new Command.RecordCall(result, random.nextBoolean(), consent, by(random));
  }

  private static String by(Random random) {
    return random.nextBoolean() ? "M05A" : "M05B";
  }

  private static Samples.Sample sample(int seed) {
    return switch (seed % 4) {
      case 0 -> anIdea().by(moha());
      case 1 -> anIdea().enteredFrom(Source.PAPER);
      case 2 -> anIdea().withoutConsent().enteredFrom(Source.IMPORT);
      default -> anIdea();
    };
  }
}
