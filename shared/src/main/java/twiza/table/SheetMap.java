package twiza.table;

import twiza.idea.Sheet;

/** A text as a map within an item. */
final class SheetMap {

  private SheetMap() {}

  static Item write(Sheet sheet) {
    Sheet.Details details = sheet.details();
    return new Item()
        .withText("title", sheet.title())
        .withText("summary", sheet.summary())
        .withText("need", sheet.need())
        .withText("solution", sheet.solution())
        .withText("province", sheet.province())
        .withText("commune", sheet.commune())
        .withText("sector", sheet.sector())
        .with("intention", details.intention())
        .with("maturity", details.maturity())
        .withText("beneficiaries", details.beneficiaries())
        .withText("socialImpact", details.socialImpact())
        .withText("economicImpact", details.economicImpact())
        .withText("novelty", details.novelty())
        .withText("inputs", details.inputs())
        .withText("market", details.market())
        .withText("season", details.season())
        .with("membersNeeded", details.membersNeeded())
        .with("jobsExpected", details.jobsExpected())
        .with("womenPercent", details.womenPercent())
        .with("youthPercent", details.youthPercent())
        .with("investment", details.investment())
        .withText("answersNeed", details.answersNeed());
  }

  static Sheet read(Item map) {
    return new Sheet(
        map.textOrEmpty("title"),
        map.textOrEmpty("summary"),
        map.textOrEmpty("need"),
        map.textOrEmpty("solution"),
        map.textOrEmpty("province"),
        map.textOrEmpty("commune"),
        map.textOrEmpty("sector"),
        details(map));
  }

  private static Sheet.Details details(Item map) {
    return new Sheet.Details(
        map.optionalConstant("intention", Sheet.Intention.class),
        map.optionalConstant("maturity", Sheet.Maturity.class),
        map.textOrEmpty("beneficiaries"),
        map.textOrEmpty("socialImpact"),
        map.textOrEmpty("economicImpact"),
        map.textOrEmpty("novelty"),
        map.textOrEmpty("inputs"),
        map.textOrEmpty("market"),
        map.textOrEmpty("season"),
        map.optionalInteger("membersNeeded"),
        map.optionalInteger("jobsExpected"),
        map.optionalInteger("womenPercent"),
        map.optionalInteger("youthPercent"),
        map.optionalNumber("investment"),
        map.textOrEmpty("answersNeed"));
  }
}
