package twiza.uptake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import twiza.idea.Call;
import twiza.idea.Contact;
import twiza.idea.Samples;
import twiza.idea.Sheet;

/** An idea that people want to build, on a clock of its own. */
final class Undertaking {

  static final String AZILAL = "05.081";
  static final String KHENIFRA = "05.301";
  static final Registration TAZAGHART =
      new Registration("Coopérative Tazaghart", "13/4521", LocalDate.of(2026, 9, 1));

  Uptake uptake = Uptake.NONE;
  Offer offer;
  Instant now = Samples.MONDAY;
  Terms terms = Terms.USUAL;
  Set<Whom> told = Set.of();
  final List<String> released = new ArrayList<>();
  final List<String> history = new ArrayList<>();

  private Undertaking(Sheet.Intention intention, Contact.Kind author) {
    this.offer = new Offer(true, Optional.of(intention), Optional.of(author));
  }

  static Undertaking offered() {
    return new Undertaking(Sheet.Intention.OFFER, Contact.Kind.EMAIL);
  }

  static Undertaking offeredBySomebodyWithAPhone() {
    return new Undertaking(Sheet.Intention.OFFER, Contact.Kind.PHONE);
  }

  static Undertaking carried() {
    return new Undertaking(Sheet.Intention.CARRY, Contact.Kind.EMAIL);
  }

  UptakeOutcome tries(UptakeCommand command) {
    UptakeOutcome outcome = UptakeLife.decide(uptake, command, offer, terms, now);
    if (outcome instanceof UptakeOutcome.Accepted accepted) {
      assertThat(accepted.uptake().version()).isEqualTo(uptake.version() + 1);
      uptake = accepted.uptake();
      told = accepted.tell();
      history.add(accepted.event().code());
      if (accepted.event() instanceof UptakeEvent.Released(String who, UptakeEvent.Reason why)) {
        released.add(who + " " + why);
      }
    }
    return outcome;
  }

  Undertaking does(UptakeCommand command) {
    assertThat(tries(command)).isInstanceOf(UptakeOutcome.Accepted.class);
    return this;
  }

  Undertaking asked(String id, String province) {
    return asked(id, province, Contact.Kind.EMAIL);
  }

  Undertaking asked(String id, String province, Contact.Kind contact) {
    return does(ask(id, province, contact));
  }

  static UptakeCommand ask(String id, String province, Contact.Kind contact) {
    return new UptakeCommand.Ask(id, Interest.Kind.GROUP, province, contact, 5, false);
  }

  Undertaking confirmed(String id) {
    return does(new UptakeCommand.Confirm(id, false));
  }

  Undertaking agreed(String id) {
    return does(new UptakeCommand.Answer(id, true));
  }

  /** Asked, confirmed and agreed to. */
  Undertaking taken(String id, String province) {
    return asked(id, province).confirmed(id).agreed(id);
  }

  Undertaking called(String id, Whom whom, Call.Result result) {
    return does(new UptakeCommand.RecordCall(id, whom, result));
  }

  static UptakeCommand report(String id, Stage stage) {
    Optional<Registration> registration =
        stage.isFounded() ? Optional.of(TAZAGHART) : Optional.empty();
    return new UptakeCommand.Report(
        id, new Progress(stage, OptionalInt.of(7), OptionalInt.of(2), registration));
  }

  Undertaking reported(String id, Stage stage) {
    return does(report(id, stage));
  }

  Undertaking started(String id, String province) {
    return does(new UptakeCommand.Start(id, province, 1));
  }

  /** The idea leaves the bank. */
  Undertaking unpublished() {
    offer = new Offer(false, offer.intention(), offer.author());
    return this;
  }

  /** Its author is erased; the text stays. */
  Undertaking orphaned() {
    offer = new Offer(offer.published(), offer.intention(), Optional.empty());
    return this;
  }

  Undertaking waits(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** Every minute would do: what is due is done, oldest rule first, until nothing is. */
  Undertaking swept() {
    while (tries(new UptakeCommand.DoWhatIsDue()) instanceof UptakeOutcome.Accepted) {
      assertThat(history).hasSizeLessThan(1_000);
    }
    return this;
  }

  /** Day by day, as the sweep does it. */
  Undertaking days(int days) {
    for (int day = 0; day < days; day++) {
      waits(Duration.ofDays(1)).swept();
    }
    return this;
  }

  Interest of(String id) {
    return uptake.interest(id).orElseThrow();
  }

  Stage stage(String id) {
    return of(id).stage();
  }

  Taken taken() {
    return Taken.of(paths());
  }

  List<Path> paths() {
    return Path.of(uptake, offer.author().isEmpty());
  }

  UptakeRefusal refusal(UptakeCommand command) {
    UptakeOutcome outcome = tries(command);
    assertThat(outcome).isInstanceOf(UptakeOutcome.Refused.class);
    return ((UptakeOutcome.Refused) outcome).refusal();
  }
}
