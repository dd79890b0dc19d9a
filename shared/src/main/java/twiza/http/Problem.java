package twiza.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.idea.Ideas;
import twiza.idea.Refusal;
import twiza.jury.JuryRefusal;
import twiza.jury.Papers;
import twiza.round.Missing;
import twiza.round.Part;
import twiza.round.RoundRefusal;
import twiza.staff.StaffRefusal;
import twiza.uptake.UptakeRefusal;

/**
 * Why a request is not answered as asked, on its way to an RFC 9457 document. Its code names a
 * sentence of the catalogue, {@code error.<code>.title}; nothing else of it reaches a caller.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> members;
  private final transient Optional<Duration> retryAfter;

  private Problem(
      int status,
      String code,
      List<FieldError> errors,
      Map<String, Object> members,
      Optional<Duration> retryAfter) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.members = Map.copyOf(members);
    this.retryAfter = retryAfter;
  }

  public static Problem of(int status, String code) {
    return new Problem(status, code, List.of(), Map.of(), Optional.empty());
  }

  /** 422: readable, but wrong in these fields. */
  public static Problem invalid(List<FieldError> errors) {
    return new Problem(422, "INVALID", errors, Map.of(), Optional.empty());
  }

  public static Problem invalid(String field, String code) {
    return invalid(List.of(new FieldError(field, code, Map.of())));
  }

  public static Problem tooMany(Duration retryAfter) {
    return new Problem(429, "TOO_MANY", List.of(), Map.of(), Optional.of(retryAfter));
  }

  public static Problem notFound() {
    return of(404, "NOT_FOUND");
  }

  /** 401: no credential, or one that opens nothing. */
  public static Problem badCredential() {
    return of(401, "UNAUTHORIZED");
  }

  /** 409: somebody was faster. */
  public static Problem conflict() {
    return of(409, "CONFLICT");
  }

  /** The one place that says what a refusal of the domain is in HTTP. */
  public static Problem of(Refusal refusal) {
    return switch (refusal) {
      case EXPIRED -> of(409, "IDEA_EXPIRED");
      case WITHDRAWN -> of(409, "IDEA_WITHDRAWN");
      case REJECTED -> of(409, "IDEA_REJECTED");
      case NOT_PUBLISHED -> of(409, "NOT_PUBLISHED");
      case OTHER_REVISION -> of(409, "STALE_REVISION");
      case SECOND_MODERATOR -> of(409, "SECOND_MODERATOR");
      case CONSENT_REQUIRED -> of(409, "CONSENT_REQUIRED");
      case REASON_REQUIRED -> invalid("reason", "REQUIRED");
      case SAME_LANGUAGE -> invalid("language", "UNKNOWN_CODE");
      case NOT_ENTERED -> of(409, "NOT_ENTERED");
      case NOT_A_WINNER -> of(409, "NOT_A_WINNER");
    };
  }

  /** The same of a round that lets no idea in. */
  public static Problem of(Ideas.Entering refused) {
    return switch (refused) {
      case TAKEN, STALE -> conflict();
      case CLOSED -> of(409, "ROUND_NOT_OPEN");
      case TOO_MANY -> of(409, "TOO_MANY_ENTRIES");
      case WRONG_CODE -> invalid("lateCode", "WRONG_LATE_CODE");
    };
  }

  /** The same of a round. */
  public static Problem of(RoundRefusal refusal) {
    return switch (refusal) {
      case RoundRefusal.Over _ -> of(409, "ROUND_OVER");
      case RoundRefusal.AlreadyAnnounced _ -> of(409, "ALREADY_ANNOUNCED");
      case RoundRefusal.NotJudging _ -> of(409, "NOT_JUDGING");
      case RoundRefusal.NotClosed _ -> of(409, "ROUND_NOT_CLOSED");
      case RoundRefusal.ReasonRequired _ -> invalid("reason", "REQUIRED");
      case RoundRefusal.Incomplete(List<Missing> missing) ->
          of(409, "ROUND_INCOMPLETE").with("missing", missing);
      case RoundRefusal.Frozen(Set<Part> parts) -> of(409, "ROUND_FROZEN").with("parts", parts);
      case RoundRefusal.Shortened(Set<Part> dates) ->
          of(409, "DEADLINE_SHORTENED").with("parts", dates);
      case RoundRefusal.InThePast(Set<Part> dates) ->
          of(409, "DATE_IN_THE_PAST").with("parts", dates);
    };
  }

  /** The same of those who want to build an idea. */
  public static Problem of(UptakeRefusal refusal) {
    return switch (refusal) {
      case UptakeRefusal.NoSuchInterest _ -> notFound();
      case UptakeRefusal.NotOffered _ -> of(409, "NOT_OFFERED");
      case UptakeRefusal.Reserved(String _, Instant until) -> reserved(until);
      case UptakeRefusal.AlreadyAsked _ -> of(409, "ALREADY_ASKED");
      case UptakeRefusal.TooMany _ -> of(409, "TOO_MANY_INTERESTS");
      case UptakeRefusal.AlreadyStarted _ -> of(409, "ALREADY_STARTED");
      case UptakeRefusal.NotConfirmed _ -> of(409, "NOT_CONFIRMED");
      case UptakeRefusal.Answered _ -> of(409, "ALREADY_ANSWERED");
      case UptakeRefusal.NotAgreed _ -> of(409, "NOT_AGREED");
      case UptakeRefusal.JoinedOnly _ -> of(409, "JOINED_ONLY");
      case UptakeRefusal.Over _ -> of(409, "INTEREST_OVER");
      case UptakeRefusal.Backwards _ -> invalid("stage", "BACKWARDS");
      case UptakeRefusal.RegistrationRequired _ -> invalid("registration.name", "REQUIRED");
      case UptakeRefusal.AnswerNeeded _ -> of(409, "ANSWER_NEEDED");
      case UptakeRefusal.NoCall _ -> of(409, "NO_CALL");
    };
  }

  /** 409 that stands beside the field to change. */
  private static Problem reserved(Instant until) {
    FieldError where = new FieldError("province", "RESERVED", Map.of("date", until));
    return new Problem(409, "RESERVED", List.of(where), Map.of("until", until), Optional.empty());
  }

  /** The same of a jury. */
  public static Problem of(JuryRefusal refusal) {
    return switch (refusal) {
      case JuryRefusal.Over _ -> of(409, "JURY_OVER");
      case JuryRefusal.NotAnnounced _ -> of(409, "NOT_ANNOUNCED");
      case JuryRefusal.AlreadyListed _ -> of(409, "ALREADY_LISTED");
      case JuryRefusal.TooMany _ -> of(409, "TOO_MANY_JURORS");
      case JuryRefusal.NoSuchJuror _ -> notFound();
      case JuryRefusal.NotInTheJury _ -> of(409, "NOT_IN_JURY");
      case JuryRefusal.NotAccepted _ -> of(409, "NOT_ACCEPTED");
      case JuryRefusal.NotAssigned _ -> of(404, "NOT_ASSIGNED");
      case JuryRefusal.NobodyToAsk _ -> of(409, "NOBODY_TO_ASK");
    };
  }

  /** The same of what a juror writes. */
  public static Problem of(Papers.Kept refused) {
    return switch (refused) {
      case KEPT, STALE -> of(409, "PAPER_CHANGED");
      case NOT_JUDGING -> of(409, "NOT_JUDGING");
      case NOT_ASSIGNED -> of(404, "NOT_ASSIGNED");
    };
  }

  /** The same of the list of staff. */
  public static Problem of(StaffRefusal refusal) {
    return switch (refusal) {
      case FORBIDDEN -> of(403, "FORBIDDEN");
      case ALREADY_STAFF -> of(409, "ALREADY_STAFF");
      case ADDRESS_TAKEN -> of(409, "ADDRESS_TAKEN");
      case LAST_ADMIN -> of(409, "LAST_ADMIN");
    };
  }

  /** The same problem with one more member in its document. */
  public Problem with(String member, Object value) {
    return new Problem(status, code, errors, Map.of(member, value), retryAfter);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, Object> members() {
    return members;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
