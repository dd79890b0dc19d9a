package twiza.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import twiza.delegation.Delegation.Change;
import twiza.delegation.Guide;
import twiza.delegation.Guide.Content;
import twiza.delegation.Guide.Least;
import twiza.delegation.Guide.Place;
import twiza.delegation.Guide.Quantity;
import twiza.place.Language;

/** What a cooperative needs to start, as an item. */
final class GuideItems {

  private GuideItems() {}

  static Item write(Guide guide) {
    Content says = guide.says();
    Item least = new Item();
    says.least()
        .forEach(
            (quantity, it) ->
                least.with(
                    quantity.name(),
                    new Item().with("amount", it.amount()).with("confirmed", it.confirmed())));
    Item steps = new Item();
    says.steps().forEach((language, own) -> steps.with(language.name(), own));
    return Item.at(Keys.guide(guide.region()))
        .with("version", guide.version())
        .with("least", least)
        .with("steps", steps)
        .with("financing", places(says.financing()))
        .with("training", places(says.training()))
        .with("by", guide.last().map(Change::by))
        .with("at", guide.last().map(Change::at));
  }

  private static List<Item> places(List<Place> places) {
    return places.stream().map(GuideItems::place).toList();
  }

  private static Item place(Place place) {
    Item title = new Item();
    place.title().forEach((language, own) -> title.with(language.name(), own));
    return new Item().with("address", place.address()).with("title", title);
  }

  static Guide read(String region, Item item) {
    Map<Quantity, Least> least = new EnumMap<>(Quantity.class);
    Item quantities = item.map("least");
    quantities
        .attributes()
        .keySet()
        .forEach(name -> least.put(Quantity.valueOf(name), readLeast(quantities.map(name))));
    Map<Language, List<String>> steps = new EnumMap<>(Language.class);
    Item languages = item.map("steps");
    languages
        .attributes()
        .keySet()
        .forEach(name -> steps.put(Language.valueOf(name), languages.lines(name)));
    Content says =
        new Content(least, steps, readPlaces(item, "financing"), readPlaces(item, "training"));
    return new Guide(
        region,
        item.number("version"),
        says,
        item.optionalText("by").map(by -> new Change(by, item.instant("at"))));
  }

  private static Least readLeast(Item quantity) {
    return new Least(quantity.integer("amount"), quantity.flag("confirmed"));
  }

  private static List<Place> readPlaces(Item item, String name) {
    return item.maps(name).stream().map(GuideItems::readPlace).toList();
  }

  private static Place readPlace(Item place) {
    Map<Language, String> title = new EnumMap<>(Language.class);
    Item titles = place.map("title");
    titles
        .attributes()
        .keySet()
        .forEach(name -> title.put(Language.valueOf(name), titles.text(name)));
    return new Place(place.text("address"), title);
  }

  static Item event(Guide.Edit edit) {
    Guide after = edit.after();
    Change change = after.last().orElseThrow();
    Key key = Keys.guideEvent(after.region(), after.version());
    return EventItems.item(key, "GUIDE_EDITED", change.at(), after.region(), key.partition())
        .with("by", change.by())
        .with("data", new Item().withSet("changed", edit.changed()));
  }
}
