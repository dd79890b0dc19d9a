package twiza.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.idea.Bank;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.idea.Publication;

/** The bank, asked for by addresses that anybody may make up. */
final class Shelves {

  static final Pattern ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  private final Bank bank;

  Shelves(Bank bank) {
    this.bank = bank;
  }

  /**
   * @throws Problem 400 when the cursor belongs to no page of this list
   */
  Listing.Page<Card> page(Search search) {
    return page(bank.list(search.shelf(), search.cursor(), search.limit()));
  }

  static <T> Listing.Page<T> page(Listing<T> listing) {
    return switch (listing) {
      case Listing.Page<T> page -> page;
      case Listing.BadCursor<T> _ -> throw Problem.of(400, "BAD_CURSOR");
    };
  }

  /** What cannot be an idea's id is not looked up. */
  Publication idea(Request request) {
    return Optional.of(request.path("id"))
        .filter(id -> ID.matcher(id).matches())
        .flatMap(bank::find)
        .orElseThrow(Problem::notFound);
  }
}
