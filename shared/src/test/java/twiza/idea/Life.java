package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** An idea that lives in memory only: one command after the other, an hour apart. */
final class Life {

  private Idea idea;
  private Instant now;

  private Life(Idea idea) {
    this.idea = idea;
    this.now = idea.submittedAt();
  }

  static Life of(Samples.Sample sample) {
    return new Life(sample.accepted().idea());
  }

  /** What becomes of a command: events, {@code =} for unchanged, or a refusal. */
  String does(Command command) {
    now = now.plus(Duration.ofHours(1));
    return switch (IdeaLife.decide(idea, command, now)) {
      case Outcome.Accepted(Idea after, List<IdeaEvent> events) -> {
        idea = after;
        yield events.stream().map(IdeaEvent::code).collect(Collectors.joining("+"));
      }
      case Outcome.Unchanged _ -> "=";
      case Outcome.Refused(Refusal why) -> "!" + why;
    };
  }

  /** A command that must succeed. */
  Life after(Command command) {
    assertThat(does(command)).doesNotStartWith("!").isNotEqualTo("=");
    return this;
  }

  Life decided(String moderator, Choice choice) {
    return after(decision(moderator, choice));
  }

  Command decision(String moderator, Choice choice) {
    return new Command.Decide(choice, idea.shown(), moderator, "Parce que");
  }

  Life corrected() {
    return after(new Command.Correct(idea.latest()));
  }

  Life waits(Duration wait) {
    now = now.plus(wait);
    return this;
  }

  Idea idea() {
    return idea;
  }

  Instant now() {
    return now;
  }
}
