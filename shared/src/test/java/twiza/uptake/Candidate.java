package twiza.uptake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import twiza.idea.Call;
import twiza.idea.Contact;
import twiza.idea.Ideas.Once;
import twiza.idea.Samples;
import twiza.place.Language;

/** Somebody who wants to build an idea that is kept, one command after another. */
public final class Candidate {

  public static final Contact.Email ITTO = new Contact.Email("itto@tazaghart.example");
  public static final Contact.Phone PHONE = new Contact.Phone("+212661998877");
  public static final Registration REGISTRATION =
      new Registration("Coopérative Tazaghart", "13/4521", LocalDate.of(2026, 9, 1));

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Uptakes uptakes;
  private final String idea;
  private final String id;
  private Instant now;

  private Candidate(Uptakes uptakes, String idea, String id, Instant now) {
    this.uptakes = uptakes;
    this.idea = idea;
    this.id = id;
    this.now = now;
  }

  /** A group of Azilal that Itto speaks for asks for a published idea, a day after Monday. */
  public static Candidate asks(Uptakes uptakes, String idea) {
    return asks(uptakes, idea, Samples.AZILAL, ITTO);
  }

  public static Candidate asks(Uptakes uptakes, String idea, String province, Contact contact) {
    String id = String.format(Locale.ROOT, "01JTXZ%020d", COUNT.incrementAndGet());
    Instant now = Samples.MONDAY.plus(Duration.ofDays(1));
    Uptakes.Edit edit = asking(uptakes, idea, id, province, contact, now);
    Once once = new Once("key " + id, "content " + id, Duration.ofDays(1));
    assertThat(uptakes.ask(edit, once)).isEqualTo(new Uptakes.Asking.Kept());
    return new Candidate(uptakes, idea, id, now);
  }

  /** The author of a published idea begins to build it, a day after Monday. */
  public static Candidate starts(Uptakes uptakes, String idea) {
    String id = String.format(Locale.ROOT, "01JTXZ%020d", COUNT.incrementAndGet());
    Candidate own = new Candidate(uptakes, idea, id, Samples.MONDAY.plus(Duration.ofDays(1)));
    return own.does(new UptakeCommand.Start(id, Samples.BENI_MELLAL, 3), "");
  }

  public static Uptakes.Edit asking(
      Uptakes uptakes, String idea, String id, String province, Contact contact, Instant now) {
    Uptakes.Dealings dealings = uptakes.find(idea).orElseThrow();
    UptakeCommand ask =
        new UptakeCommand.Ask(id, Interest.Kind.GROUP, province, contact.kind(), 7, false);
    UptakeOutcome outcome =
        UptakeLife.decide(dealings.uptake(), ask, dealings.offer(), Terms.USUAL, now);
    assertThat(outcome).isInstanceOf(UptakeOutcome.Accepted.class);
    return Uptakes.Edit.of(dealings, (UptakeOutcome.Accepted) outcome, Terms.USUAL, "", now)
        .withParty(party(contact));
  }

  public static Party party(Contact contact) {
    return new Party(
        Optional.of(
            new Party.Person(
                "Femmes de Tazaghart",
                "",
                "Itto Oubella",
                contact,
                Language.FR,
                "Nous séchons déjà le thym pour le marché d'Azilal.")),
        Set.of("the hash of another secret"),
        0,
        "");
  }

  public Candidate confirmed() {
    return does(new UptakeCommand.Confirm(id, false), "");
  }

  public Candidate agreed() {
    return does(new UptakeCommand.Answer(id, true), "");
  }

  public Candidate declined() {
    return does(new UptakeCommand.Answer(id, false), "");
  }

  public Candidate reported(Stage stage) {
    Optional<Registration> registration =
        stage.isFounded() ? Optional.of(REGISTRATION) : Optional.empty();
    Progress progress = new Progress(stage, OptionalInt.of(9), OptionalInt.of(3), registration);
    return does(new UptakeCommand.Report(id, progress), "");
  }

  public Candidate stopped(String learnt) {
    Progress progress =
        new Progress(Stage.STOPPED, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    return does(
        new UptakeCommand.Report(id, progress),
        "",
        edit -> edit.withParty(party().learning(learnt)));
  }

  public Candidate called(Whom whom, Call.Result result) {
    return does(new UptakeCommand.RecordCall(id, whom, result), Samples.MODERATOR);
  }

  public Candidate withdrawn() {
    return does(new UptakeCommand.Withdraw(id), "");
  }

  public Candidate erased() {
    return does(new UptakeCommand.Erase(id), "", edit -> edit.withParty(Party.FORGOTTEN));
  }

  /** After a wait, whatever is due is done. */
  public Candidate waits(Duration wait) {
    now = now.plus(wait);
    return does(new UptakeCommand.DoWhatIsDue(), "");
  }

  public Candidate does(UptakeCommand command, String by) {
    return does(command, by, edit -> edit);
  }

  private Candidate does(UptakeCommand command, String by, UnaryOperator<Uptakes.Edit> with) {
    now = now.plus(Duration.ofHours(1));
    Uptakes.Edit edit = with.apply(edit(command, by));
    assertThat(uptakes.save(edit)).isTrue();
    assertThat(uptakes.find(idea).orElseThrow().uptake()).isEqualTo(edit.result().uptake());
    return this;
  }

  /** The change that a command would make now, not kept yet. */
  public Uptakes.Edit edit(UptakeCommand command, String by) {
    Uptakes.Dealings dealings = dealings();
    UptakeOutcome outcome =
        UptakeLife.decide(dealings.uptake(), command, dealings.offer(), Terms.USUAL, now);
    assertThat(outcome).isInstanceOf(UptakeOutcome.Accepted.class);
    return Uptakes.Edit.of(dealings, (UptakeOutcome.Accepted) outcome, Terms.USUAL, by, now);
  }

  public Uptakes.Dealings dealings() {
    return uptakes.find(idea).orElseThrow();
  }

  public Interest interest() {
    return dealings().uptake().interest(id).orElseThrow();
  }

  public Party party() {
    return dealings().party(id).orElseThrow();
  }

  public String id() {
    return id;
  }
}
