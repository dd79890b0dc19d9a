package twiza.scoring;

import twiza.access.SignedLinks;
import twiza.access.SignedLinks.Link;
import twiza.access.SignedLinks.Reading;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.jury.Juries;
import twiza.jury.Juries.Seat;
import twiza.round.Phase;

/** Lets in whoever carries a juror's link, as long as they are in the jury. */
final class Entrance {

  private final Juries juries;
  private final SignedLinks links;

  Entrance(Juries juries, SignedLinks links) {
    this.juries = juries;
    this.links = links;
  }

  /**
   * @throws Problem 401 when the link opens nothing, or is too old; 403 when its juror is not in
   *     the jury, or no longer
   */
  Seat open(Request request) {
    Seat seat = known(request);
    if (!seat.juror().state().isAsked()) {
      throw gone();
    }
    return seat;
  }

  /** The same for whoever may have left the jury. */
  Seat known(Request request) {
    return switch (links.read(token(request), request.now())) {
      case Reading.Valid(Link.Judge link) -> seat(link);
      case Reading.Expired _ -> throw Problem.of(401, "EXPIRED");
      case Reading.Valid _, Reading.Invalid _ -> throw Problem.badCredential();
    };
  }

  /** The same with a link that may be too old. */
  Seat lately(Request request) {
    Seat seat =
        switch (links.read(token(request), request.now())) {
          case Reading.Valid(Link.Judge link) -> seat(link);
          case Reading.Expired(Link.Judge link) -> seat(link);
          case Reading.Expired _, Reading.Valid _, Reading.Invalid _ ->
              throw Problem.badCredential();
        };
    if (!seat.juror().state().isAsked()) {
      throw gone();
    }
    return seat;
  }

  private static String token(Request request) {
    return request.bearer().orElseThrow(Problem::badCredential);
  }

  private Seat seat(Link.Judge link) {
    return juries
        .seat(link.round(), link.juror())
        .filter(seat -> seat.round().phase() != Phase.DRAFT && !seat.juror().isForgotten())
        .orElseThrow(Entrance::gone);
  }

  private static Problem gone() {
    return Problem.of(403, "NOT_IN_JURY");
  }
}
