package twiza.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.FieldError;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.idea.Card;
import twiza.idea.Entries;
import twiza.idea.Listing;
import twiza.place.Places;
import twiza.place.Region;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.Rounds;

/** The rounds that the public may see, asked for by addresses that anybody may make up. */
final class Agenda {

  private final Rounds rounds;
  private final Entries entries;
  private final Places places;

  Agenda(Rounds rounds, Entries entries, Places places) {
    this.rounds = rounds;
    this.entries = entries;
    this.places = places;
  }

  /**
   * The rounds of a region, the one that opens last first.
   *
   * @param region its code
   */
  record Page(String region, Listing.Page<Round> rounds) {}

  /**
   * @throws Problem 422 with everything that is wrong; 400 when the cursor belongs to no page of
   *     this list
   */
  Page page(Request request) {
    List<FieldError> errors = new ArrayList<>();
    String region = region(request, errors);
    Paging paging = Paging.of(request, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Page(
        region, Shelves.page(rounds.announced(region, paging.cursor(), paging.limit())));
  }

  /** Without a region it is the first that has joined, whose delegation the site names. */
  private String region(Request request, List<FieldError> errors) {
    List<Region> joined = places.joinedRegions();
    String asked = request.query("region");
    if (asked.isEmpty()) {
      return joined.getFirst().code();
    }
    if (joined.stream().noneMatch(region -> region.code().equals(asked))) {
      errors.add(new FieldError("region", "UNKNOWN_CODE", Map.of()));
    }
    return asked;
  }

  /** What cannot be a round's id is not looked up; what nobody has announced is not there. */
  Round round(Request request) {
    return Optional.of(request.path("id"))
        .filter(id -> Shelves.ID.matcher(id).matches())
        .flatMap(rounds::find)
        .filter(round -> round.phase() != Phase.DRAFT)
        .orElseThrow(Problem::notFound);
  }

  /** Why a round is cancelled; empty when it is not. */
  String reason(Round round) {
    return round.phase() == Phase.CANCELLED ? rounds.reason(round.id()) : "";
  }

  /**
   * The ideas of a round that the public may read.
   *
   * @throws Problem 422 or 400, as for {@link #page}
   */
  Listing.Page<Card> entries(Round round, Request request) {
    Paging paging = Paging.of(request);
    return Shelves.page(entries.shown(round.id(), paging.cursor(), paging.limit()));
  }
}
