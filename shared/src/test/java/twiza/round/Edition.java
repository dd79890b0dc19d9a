package twiza.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import twiza.idea.Samples;

/** A round that is kept, on its way; each step must succeed. */
public final class Edition {

  public static final String ROOM_CODE = "THYM42";

  private final Rounds rounds;
  private final String id;

  private Edition(Rounds rounds, String id) {
    this.rounds = rounds;
    this.id = id;
  }

  public static Edition drafted(Rounds rounds, RoundSamples.Sample sample) {
    Rounds.Edit edit =
        new Rounds.Edit(
            Optional.empty(), sample.drafted(), RoundSamples.ORGANISER, Samples.MONDAY, "");
    assertThat(rounds.save(edit)).isTrue();
    return new Edition(rounds, sample.id());
  }

  public static Edition announced(Rounds rounds, RoundSamples.Sample sample) {
    return drafted(rounds, sample).announced(Samples.MONDAY);
  }

  public Edition announced(Instant at) {
    return does(new RoundCommand.Announce(ROOM_CODE), at, "");
  }

  public Edition replanned(Plan plan, Instant at) {
    return does(new RoundCommand.Replan(plan), at, "");
  }

  public Edition cancelled(String reason, Instant at) {
    return does(new RoundCommand.Cancel(reason), at, reason);
  }

  /** Whatever is due of the round itself is done; its entries are not told. */
  public Edition moved(Instant at) {
    for (RoundOutcome outcome = decide(at);
        outcome instanceof RoundOutcome.Accepted;
        outcome = decide(at)) {
      keep((RoundOutcome.Accepted) outcome, at, "", "");
    }
    return this;
  }

  /** The jury is done, and whatever came in time is kept; its entries are not told. */
  public Edition closed(Instant at) {
    moved(at).does(new RoundCommand.Settle(Phase.JUDGING), at, "");
    return moved(at).does(new RoundCommand.Settle(Phase.CLOSED), at, "");
  }

  private RoundOutcome decide(Instant at) {
    return RoundLife.decide(round(), new RoundCommand.DoWhatIsDue(), at);
  }

  private Edition does(RoundCommand command, Instant at, String reason) {
    RoundOutcome outcome = RoundLife.decide(round(), command, at);
    assertThat(outcome).isInstanceOf(RoundOutcome.Accepted.class);
    return keep((RoundOutcome.Accepted) outcome, at, RoundSamples.ORGANISER, reason);
  }

  private Edition keep(RoundOutcome.Accepted accepted, Instant at, String by, String reason) {
    Rounds.Edit edit = new Rounds.Edit(Optional.of(round()), accepted, by, at, reason);
    assertThat(rounds.save(edit)).isTrue();
    assertThat(rounds.find(id)).contains(accepted.round());
    return this;
  }

  public Round round() {
    return rounds.find(id).orElseThrow();
  }

  public String id() {
    return id;
  }
}
