package twiza.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import twiza.idea.Sheet;
import twiza.idea.Sheet.Details;

/** The text of an idea as the API writes it: what was not given is null. */
public final class SheetJson {

  private SheetJson() {}

  public static Map<String, Object> of(Sheet sheet) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", sheet.title());
    json.put("summary", sheet.summary());
    json.put("need", given(sheet.need()));
    json.put("solution", given(sheet.solution()));
    json.put("province", sheet.province());
    json.put("commune", given(sheet.commune()));
    json.put("sector", sheet.sector());
    details(json, sheet.details());
    return json;
  }

  private static void details(Map<String, Object> json, Details details) {
    json.put("intention", details.intention());
    json.put("maturity", details.maturity());
    json.put("beneficiaries", given(details.beneficiaries()));
    json.put("socialImpact", given(details.socialImpact()));
    json.put("economicImpact", given(details.economicImpact()));
    json.put("novelty", given(details.novelty()));
    json.put("inputs", given(details.inputs()));
    json.put("market", given(details.market()));
    json.put("season", given(details.season()));
    json.put("membersNeeded", details.membersNeeded());
    json.put("jobsExpected", details.jobsExpected());
    json.put("womenPercent", details.womenPercent());
    json.put("youthPercent", details.youthPercent());
    json.put("investment", details.investment());
    json.put("answersNeed", given(details.answersNeed()));
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
