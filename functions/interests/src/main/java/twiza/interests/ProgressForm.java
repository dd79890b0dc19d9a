package twiza.interests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import twiza.http.Input;
import twiza.uptake.Progress;
import twiza.uptake.Registration;
import twiza.uptake.Stage;

/**
 * How somebody says it is going, all of it valid.
 *
 * @param learnt empty when they do not say
 */
record ProgressForm(Progress progress, String learnt) {

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");
  private static final LocalDate FIRST = LocalDate.of(1956, 1, 1);
  private static final int MOST_PEOPLE = 10_000;

  /** What may be said. */
  private enum Said {
    IN_PREPARATION,
    REGISTERED,
    RUNNING,
    STOPPED
  }

  /**
   * @throws twiza.http.Problem 422 with everything that is wrong
   */
  static ProgressForm read(Input input, Instant now) {
    Said said = input.requiredChoice("stage", Said.class);
    OptionalInt members = input.number("members", 1, MOST_PEOPLE);
    OptionalInt jobs = input.number("jobs", 0, MOST_PEOPLE);
    boolean founded = said == Said.REGISTERED || said == Said.RUNNING;
    Optional<Registration> registration =
        founded ? registration(input, now) : withoutRegistration(input);
    String learnt = input.optionalText("learnt", 2_000);
    input.finish();
    return new ProgressForm(
        new Progress(Stage.valueOf(said.name()), members, jobs, registration), learnt);
  }

  /** What everybody would read as a cooperative that there is. */
  private static Optional<Registration> withoutRegistration(Input input) {
    if (isGiven(input)) {
      input.refuse("stage", "NOT_REGISTERED");
    }
    return Optional.empty();
  }

  /** Asks for each of them, so that none is unknown. */
  private static boolean isGiven(Input input) {
    return Stream.of("registration.name", "registration.number", "registration.on")
            .filter(input::has)
            .count()
        > 0;
  }

  /** All of it or nothing. */
  private static Optional<Registration> registration(Input input, Instant now) {
    if (!isGiven(input)) {
      return Optional.empty();
    }
    String name = input.line("registration.name", 2, 120);
    String number = input.line("registration.number", 1, 40);
    NoContact.in(input, "registration.name", name);
    NoContact.in(input, "registration.number", number);
    return date(input, now).map(on -> new Registration(name, number, on));
  }

  private static Optional<LocalDate> date(Input input, Instant now) {
    String typed = input.line("registration.on", 1, 10);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate on = LocalDate.parse(typed);
      boolean possible = !on.isBefore(FIRST) && !on.isAfter(LocalDate.ofInstant(now, MOROCCO));
      if (possible) {
        return Optional.of(on);
      }
    } catch (DateTimeParseException e) {
      // Told below like a date that can't be.
    }
    input.refuse("registration.on", "NOT_A_PAST_DATE");
    return Optional.empty();
  }
}
