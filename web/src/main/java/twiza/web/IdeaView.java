package twiza.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.delegation.Guide;
import twiza.need.Need;
import twiza.uptake.Path;

/**
 * The public sheet of a published idea.
 *
 * @param card what the list of the bank shows of it too
 * @param revisedAt when the text that stands was published; the card's {@code publishedAt} when it
 *     is the first
 * @param texts the long answers by field name ({@code need}, {@code solution}, ...); empty when the
 *     author publishes only the title and the summary
 * @param numbers the figures by field name ({@code jobsExpected}, {@code investment} in whole MAD)
 * @param full whether the author publishes the whole sheet
 * @param note null when there is none
 * @param aim what others may ask for: {@code TAKE_UP} or {@code JOIN}
 * @param paths who builds it, or did, oldest first
 * @param answered the need of its territory that it answers; null when it names none
 * @param start what a cooperative needs to start, as the region says
 */
public record IdeaView(
    CardView card,
    Instant revisedAt,
    Map<String, String> texts,
    Map<String, Long> numbers,
    boolean full,
    Note note,
    List<Title> titles,
    String aim,
    List<Path> paths,
    Need answered,
    Guide.Content start) {

  /** What the delegation says about the idea. */
  public record Note(String text, Instant at) {}

  /**
   * Title and summary in another language than the author's.
   *
   * @param language its tag
   * @param older whether an older text was translated than the one shown
   */
  public record Title(String language, String title, String summary, boolean older) {}

  /** The one in a page's language, to be shown first. */
  public Optional<Title> in(String language) {
    return titles.stream().filter(title -> title.language().equals(language)).findFirst();
  }

  /** The fields of long text, in the order of the sheet. */
  public static final List<String> TEXTS =
      List.of(
          "need",
          "solution",
          "beneficiaries",
          "socialImpact",
          "economicImpact",
          "novelty",
          "inputs",
          "market",
          "season");

  /** The fields that hold a figure, in the order of the sheet. */
  public static final List<String> NUMBERS =
      List.of("membersNeeded", "jobsExpected", "womenPercent", "youthPercent", "investment");
}
