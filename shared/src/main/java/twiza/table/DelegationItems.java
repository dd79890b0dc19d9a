package twiza.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import twiza.delegation.Delegation;
import twiza.delegation.Line;
import twiza.delegation.Statement;
import twiza.delegation.Text;
import twiza.idea.Choice;
import twiza.idea.Retention;
import twiza.place.Language;

/** What a delegation says, as an item. */
final class DelegationItems {

  private static final String BETWEEN = "\n";

  private DelegationItems() {}

  static Item write(Delegation delegation) {
    Statement says = delegation.says();
    Item texts = new Item();
    says.texts().forEach((language, own) -> texts.with(language.name(), map(own, text -> text)));
    Item reasons = new Item();
    says.reasons()
        .forEach(
            (language, own) ->
                reasons.with(language.name(), map(own, lines -> String.join(BETWEEN, lines))));
    return Item.at(Keys.delegation(delegation.region()))
        .with("version", delegation.version())
        .with("terms", delegation.terms())
        .with("lines", map(says.lines(), line -> line))
        .with("texts", texts)
        .with("reasons", reasons)
        .with("refusedMonths", says.retention().refused())
        .with("withdrawnMonths", says.retention().withdrawn())
        .with("expiredMonths", says.retention().expired())
        .with("by", delegation.last().map(Delegation.Change::by))
        .with("at", delegation.last().map(Delegation.Change::at));
  }

  private static <K extends Enum<K>, V> Item map(Map<K, V> values, Function<V, String> text) {
    Item map = new Item();
    values.forEach((key, value) -> map.with(key.name(), text.apply(value)));
    return map;
  }

  static Delegation read(String region, Item item) {
    Statement says =
        new Statement(
            map(item.map("lines"), Line.class, Item::text),
            map(
                item.map("texts"),
                Language.class,
                (texts, language) -> map(texts.map(language), Text.class, Item::text)),
            map(
                item.map("reasons"),
                Language.class,
                (all, language) -> map(all.map(language), Choice.class, DelegationItems::lines)),
            new Retention(
                item.optionalInteger("refusedMonths"),
                item.optionalInteger("withdrawnMonths"),
                item.optionalInteger("expiredMonths")));
    return new Delegation(
        region,
        item.number("version"),
        item.optionalNumber("terms").orElse(0),
        says,
        item.optionalText("by").map(by -> new Delegation.Change(by, item.instant("at"))));
  }

  private static List<String> lines(Item item, String name) {
    return List.of(item.text(name).split(BETWEEN, -1));
  }

  /** Reads what stands under a name. */
  @FunctionalInterface
  private interface Reading<V> {
    V of(Item item, String name);
  }

  private static <K extends Enum<K>, V> Map<K, V> map(Item item, Class<K> type, Reading<V> value) {
    Map<K, V> map = new EnumMap<>(type);
    item.attributes()
        .keySet()
        .forEach(name -> map.put(Enum.valueOf(type, name), value.of(item, name)));
    return map;
  }

  static Item terms(Delegation delegation) {
    Map<Language, String> said = delegation.says().in(Text.TERMS);
    return Item.at(Keys.terms(delegation.region(), delegation.version()))
        .with("texts", map(said, words -> words));
  }

  static Map<Language, String> terms(Item item) {
    return map(item.map("texts"), Language.class, Item::text);
  }

  static Item event(Delegation.Edit edit) {
    Delegation after = edit.after();
    Delegation.Change change = after.last().orElseThrow();
    Key key = Keys.delegationEvent(after.region(), after.version());
    return EventItems.item(key, "REGION_EDITED", change.at(), after.region(), key.partition())
        .with("by", change.by())
        .with("data", new Item().withSet("changed", edit.changed()));
  }
}
