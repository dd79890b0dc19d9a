package twiza.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import twiza.idea.Sheet;
import twiza.place.Language;
import twiza.place.Places;
import twiza.text.Formats;
import twiza.text.Messages;

/** The text of an idea as a reader of one language sees it, field by field. */
final class SheetText {

  /**
   * A field that was filled in.
   *
   * @param name as in the API
   */
  record Field(String name, String label, String value) {}

  private final Messages messages;
  private final Formats formats;
  private final Places places;
  private final List<Field> fields = new ArrayList<>();

  private SheetText(Language language, Places places) {
    this.messages = Messages.in(language);
    this.formats = Formats.in(language);
    this.places = places;
  }

  /** In the order of the form. */
  static List<Field> of(Sheet sheet, Language language, Places places) {
    SheetText text = new SheetText(language, places);
    text.essentials(sheet);
    text.details(sheet.details());
    return List.copyOf(text.fields);
  }

  private void essentials(Sheet sheet) {
    Language language = messages.textLanguage();
    add("title", sheet.title());
    add("summary", sheet.summary());
    add("need", sheet.need());
    add("solution", sheet.solution());
    add(
        "province",
        places.province(sheet.province()).map(p -> p.name().in(language)).orElse(sheet.province()));
    add("commune", sheet.commune());
    add(
        "sector",
        places.sector(sheet.sector()).map(s -> s.name().in(language)).orElse(sheet.sector()));
  }

  private void details(Sheet.Details details) {
    add("intention", named("intention.", details.intention()));
    add("maturity", named("maturity.", details.maturity()));
    add("beneficiaries", details.beneficiaries());
    add("socialImpact", details.socialImpact());
    add("economicImpact", details.economicImpact());
    add("novelty", details.novelty());
    add("inputs", details.inputs());
    add("market", details.market());
    add("season", details.season());
    add("membersNeeded", number(details.membersNeeded(), formats::number));
    add("jobsExpected", number(details.jobsExpected(), formats::number));
    add("womenPercent", number(details.womenPercent(), formats::percent));
    add("youthPercent", number(details.youthPercent(), formats::percent));
    details.investment().ifPresent(dirhams -> add("investment", formats.money(dirhams)));
  }

  private String named(String prefix, Optional<? extends Enum<?>> code) {
    return code.map(c -> messages.text(prefix + c.name())).orElse("");
  }

  private static String number(OptionalInt number, IntFunction<String> format) {
    return number.isPresent() ? format.apply(number.getAsInt()) : "";
  }

  private void add(String name, String value) {
    if (!value.isBlank()) {
      fields.add(new Field(name, messages.text("field." + name + ".label"), value));
    }
  }
}
