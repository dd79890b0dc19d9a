package twiza.table;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import twiza.board.Mark;
import twiza.board.Milestone;
import twiza.idea.Author;

/**
 * What an event counts as: the map {@code counts} of its item, which puts it into an index of the
 * events that do.
 */
final class MarkItems {

  private MarkItems() {}

  /**
   * @param event that makes it so
   */
  static void write(Mark mark, String region, Item event) {
    Item counts =
        new Item()
            .with("on", mark.on())
            .withSet("milestones", mark.milestones())
            .with("waited", mark.waited().map(Duration::toMinutes))
            .with("province", mark.province())
            .with("sector", mark.sector())
            .with("author", mark.kind());
    event
        .with("counts", mark.takenBack() ? counts.with("takenBack", true) : counts)
        .with("GSI1PK", Keys.marks(region, YearMonth.from(mark.day())))
        .with("GSI1SK", Keys.placeInQueue(mark.on(), Keys.ideaOf(event.key())));
  }

  static Mark read(Item event) {
    Item counts = event.map("counts");
    return new Mark(
        counts.instant("on"),
        counts.constants("milestones", Milestone.class),
        counts.has("takenBack"),
        minutes(counts),
        counts.text("province"),
        counts.text("sector"),
        counts.constant("author", Author.Kind.class));
  }

  private static Optional<Duration> minutes(Item counts) {
    return counts.has("waited")
        ? Optional.of(Duration.ofMinutes(counts.number("waited")))
        : Optional.empty();
  }
}
