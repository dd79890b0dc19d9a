package twiza.scoring.results;

import java.util.List;
import java.util.Optional;
import twiza.access.Cursors;
import twiza.http.Problem;

/** Long answers in sections: each names where the next one begins. */
final class Sections {

  private final Cursors cursors;

  Sections(Cursors cursors) {
    this.cursors = cursors;
  }

  /**
   * @param next cursor; empty in the last
   */
  record Section<T>(int from, List<T> items, Optional<String> next) {}

  /**
   * @param list what the section is of: a cursor of another list is none of this one
   * @throws Problem 400
   */
  <T> Section<T> of(String list, List<T> all, String cursor, int size) {
    int from =
        cursor.isEmpty()
            ? 0
            : cursors
                .position(list, cursor)
                .map(Integer::parseInt)
                .orElseThrow(() -> Problem.of(400, "BAD_CURSOR"));
    int to = Math.min(all.size(), from + size);
    return new Section<>(
        from,
        all.subList(Math.min(from, to), to),
        to < all.size() ? Optional.of(cursors.at(list, String.valueOf(to))) : Optional.empty());
  }
}
