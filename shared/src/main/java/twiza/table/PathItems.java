package twiza.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import twiza.uptake.Interest;
import twiza.uptake.Path;
import twiza.uptake.Registration;
import twiza.uptake.Stage;
import twiza.uptake.Taken;

/** What the public reads of those who build an idea, within the items of the bank. */
final class PathItems {

  private PathItems() {}

  /** Empty when nobody does. */
  static Optional<List<Item>> write(List<Path> paths) {
    return Optional.of(paths.stream().map(PathItems::write).toList())
        .filter(items -> !items.isEmpty());
  }

  private static Item write(Path path) {
    return new Item()
        .with("stage", path.stage())
        .with("kind", path.kind())
        .with("province", path.province())
        .with("since", path.since())
        .with("registration", path.registration().map(PathItems::write))
        .with("members", path.members())
        .with("jobs", path.jobs())
        .with("followed", path.followed());
  }

  static List<Path> read(Item sheet) {
    return sheet.has("paths")
        ? sheet.maps("paths").stream().map(PathItems::readPath).toList()
        : List.of();
  }

  private static Path readPath(Item item) {
    return new Path(
        item.constant("stage", Stage.class),
        item.constant("kind", Interest.Kind.class),
        item.text("province"),
        item.instant("since"),
        item.optionalMap("registration").map(PathItems::readRegistration),
        item.optionalInteger("members"),
        item.optionalInteger("jobs"),
        item.flag("followed"));
  }

  static Item write(Registration registration) {
    return new Item()
        .with("name", registration.name())
        .with("number", registration.number())
        .with("on", registration.on().toString());
  }

  static Registration readRegistration(Item item) {
    return new Registration(
        item.text("name"), item.text("number"), LocalDate.parse(item.text("on")));
  }

  /** Empty while it is offered. */
  static Optional<Item> write(Taken taken) {
    return Optional.of(taken)
        .filter(it -> it.state() != Taken.State.OFFERED)
        .map(it -> new Item().with("state", it.state()).with("provinces", it.provinces()));
  }

  static Taken readTaken(Item card) {
    return card.optionalMap("uptake")
        .map(it -> new Taken(it.constant("state", Taken.State.class), it.lines("provinces")))
        .orElse(Taken.OFFERED);
  }
}
