package twiza.scoring.ranking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import twiza.jury.RankingRules;
import twiza.jury.Review;

/**
 * All that a ranking is made of. The order in which ids and reviews come makes no difference.
 *
 * @param ideas ids of all entries, with or without a review
 * @param jurors ids of the whole jury, with or without a review
 * @param reviews submitted, recused ones left out
 */
public record RankingInputs(
    RankingRules rules, List<String> ideas, List<String> jurors, List<Review> reviews) {

  /**
   * @throws IllegalArgumentException if a review names an idea or juror not listed, repeats another
   *     one's, or doesn't answer the criteria of the rules
   */
  public RankingInputs {
    ideas = sorted(ideas);
    jurors = sorted(jurors);
    reviews =
        reviews.stream()
            .sorted(Comparator.comparing(Review::idea).thenComparing(Review::juror))
            .toList();
    Set<Map.Entry<String, String>> met = new HashSet<>();
    for (Review review : reviews) {
      Places.of(review.idea(), ideas);
      Places.of(review.juror(), jurors);
      review.hundredths(rules.weights());
      if (!met.add(Map.entry(review.idea(), review.juror()))) {
        throw new IllegalArgumentException(review.juror() + " reviewed an idea twice");
      }
    }
  }

  private static List<String> sorted(Collection<String> ids) {
    return ids.stream().sorted().distinct().toList();
  }

  /**
   * The SHA-256, in hexadecimal, of this text in UTF-8: lines that end in a line feed, words parted
   * by a tab. First {@code rules}, winners, official, tie breaks by commas, priority, seed; then
   * {@code criterion}, code, weight; {@code idea}, id; {@code juror}, id; {@code review}, idea,
   * juror, and the marks in the order of their criteria; each kind sorted by id.
   */
  public String digest() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "rules",
        rules.winners(),
        rules.official(),
        rules.tieBreaks().stream().map(Enum::name).collect(Collectors.joining(",")),
        rules.priority(),
        rules.seed());
    rules.weights().forEach((criterion, weight) -> line(text, "criterion", criterion, weight));
    ideas.forEach(idea -> line(text, "idea", idea));
    jurors.forEach(juror -> line(text, "juror", juror));
    for (Review review : reviews) {
      String marks =
          review.marks().values().stream().map(String::valueOf).collect(Collectors.joining("\t"));
      line(text, "review", review.idea(), review.juror(), marks);
    }
    return sha256(text.toString());
  }

  private static void line(StringBuilder text, Object... words) {
    text.append(List.of(words).stream().map(String::valueOf).collect(Collectors.joining("\t")))
        .append('\n');
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
