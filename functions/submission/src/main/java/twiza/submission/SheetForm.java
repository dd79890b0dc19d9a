package twiza.submission;

import java.util.regex.Pattern;
import twiza.http.Input;
import twiza.idea.Sheet;
import twiza.idea.Sheet.Details;
import twiza.idea.Sheet.Intention;
import twiza.idea.Sheet.Maturity;
import twiza.place.Places;

/** Reads the text of an idea out of a body, with the lengths that the API names. */
final class SheetForm {

  private static final int LONGEST_DETAIL = 2_000;
  private static final Pattern ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
  private static final int MOST_PEOPLE = 100_000;
  private static final long MOST_MAD = 10_000_000_000L;

  private final Places places;

  SheetForm(Places places) {
    this.places = places;
  }

  Sheet read(Input input) {
    return new Sheet(
        input.line("title", 5, 120),
        input.text("summary", 20, 500),
        input.text("need", 20, 4_000),
        input.text("solution", 20, 4_000),
        province(input),
        input.optionalLine("commune", 80),
        sector(input),
        details(input));
  }

  private String province(Input input) {
    String code = input.line("province", 1, 20);
    if (!code.isEmpty() && places.province(code).isEmpty()) {
      input.refuse("province", "UNKNOWN_CODE");
    }
    return code;
  }

  private String sector(Input input) {
    String code = input.line("sector", 1, 40);
    if (!code.isEmpty() && places.sector(code).isEmpty()) {
      input.refuse("sector", "UNKNOWN_CODE");
    }
    return code;
  }

  /** Whether there is such a need is known by {@link AnsweredNeeds}. */
  private static String need(Input input) {
    String id = input.optionalLine("answersNeed", 26);
    if (!id.isEmpty() && id.length() <= 26 && !ID.matcher(id).matches()) {
      input.refuse("answersNeed", AnsweredNeeds.UNKNOWN);
    }
    return id;
  }

  private static Details details(Input input) {
    return new Details(
        input.choice("intention", Intention.class),
        input.choice("maturity", Maturity.class),
        input.optionalText("beneficiaries", LONGEST_DETAIL),
        input.optionalText("socialImpact", LONGEST_DETAIL),
        input.optionalText("economicImpact", LONGEST_DETAIL),
        input.optionalText("novelty", LONGEST_DETAIL),
        input.optionalText("inputs", LONGEST_DETAIL),
        input.optionalText("market", LONGEST_DETAIL),
        input.optionalText("season", LONGEST_DETAIL),
        input.number("membersNeeded", 0, MOST_PEOPLE),
        input.number("jobsExpected", 0, MOST_PEOPLE),
        input.number("womenPercent", 0, 100),
        input.number("youthPercent", 0, 100),
        input.amount("investment", 0, MOST_MAD),
        need(input));
  }
}
