package twiza.idea;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The text of an idea: what its author wrote, and nothing about the author.
 *
 * @param title 5 to 120 characters
 * @param summary 20 to 500 characters
 * @param need the need it answers, 20 to 4,000 characters
 * @param solution 20 to 4,000 characters
 * @param province HCP code
 * @param commune as the author calls it; empty when not given
 * @param sector stable code
 * @param details what may be left out
 */
public record Sheet(
    String title,
    String summary,
    String need,
    String solution,
    String province,
    String commune,
    String sector,
    Details details) {

  /** What the author would like to happen. */
  public enum Intention {
    CARRY,
    SEEK_MEMBERS,
    OFFER
  }

  /** How far the idea has got. */
  public enum Maturity {
    IDEA,
    PREPARING,
    STARTED
  }

  /**
   * The optional part. Texts are up to 2,000 characters and empty when not given.
   *
   * @param membersNeeded people
   * @param jobsExpected people
   * @param womenPercent 0 to 100
   * @param youthPercent 0 to 100
   * @param investment whole MAD
   * @param answersNeed id of the need of a territory that it answers; empty when it names none
   */
  public record Details(
      Optional<Intention> intention,
      Optional<Maturity> maturity,
      String beneficiaries,
      String socialImpact,
      String economicImpact,
      String novelty,
      String inputs,
      String market,
      String season,
      OptionalInt membersNeeded,
      OptionalInt jobsExpected,
      OptionalInt womenPercent,
      OptionalInt youthPercent,
      OptionalLong investment,
      String answersNeed) {

    /** Nothing optional was given. */
    public static final Details NONE =
        new Details(
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            "");

    /** Nothing but the need that it answers. */
    public static Details answering(String need) {
      Details d = NONE;
      return new Details(
          d.intention,
          d.maturity,
          d.beneficiaries,
          d.socialImpact,
          d.economicImpact,
          d.novelty,
          d.inputs,
          d.market,
          d.season,
          d.membersNeeded,
          d.jobsExpected,
          d.womenPercent,
          d.youthPercent,
          d.investment,
          need);
    }
  }

  /** The names of the fields, as in the API, in which this text differs from another. */
  public List<String> changedFrom(Sheet other) {
    List<String> changed = new ArrayList<>();
    compare(changed, "title", title, other.title);
    compare(changed, "summary", summary, other.summary);
    compare(changed, "need", need, other.need);
    compare(changed, "solution", solution, other.solution);
    compare(changed, "province", province, other.province);
    compare(changed, "commune", commune, other.commune);
    compare(changed, "sector", sector, other.sector);
    compareDetails(changed, details, other.details);
    return changed;
  }

  private static void compareDetails(List<String> changed, Details a, Details b) {
    compare(changed, "intention", a.intention, b.intention);
    compare(changed, "maturity", a.maturity, b.maturity);
    compare(changed, "beneficiaries", a.beneficiaries, b.beneficiaries);
    compare(changed, "socialImpact", a.socialImpact, b.socialImpact);
    compare(changed, "economicImpact", a.economicImpact, b.economicImpact);
    compare(changed, "novelty", a.novelty, b.novelty);
    compare(changed, "inputs", a.inputs, b.inputs);
    compare(changed, "market", a.market, b.market);
    compare(changed, "season", a.season, b.season);
    compare(changed, "membersNeeded", a.membersNeeded, b.membersNeeded);
    compare(changed, "jobsExpected", a.jobsExpected, b.jobsExpected);
    compare(changed, "womenPercent", a.womenPercent, b.womenPercent);
    compare(changed, "youthPercent", a.youthPercent, b.youthPercent);
    compare(changed, "investment", a.investment, b.investment);
    compare(changed, "answersNeed", a.answersNeed, b.answersNeed);
  }

  private static void compare(List<String> changed, String field, Object a, Object b) {
    if (!Objects.equals(a, b)) {
      changed.add(field);
    }
  }
}
