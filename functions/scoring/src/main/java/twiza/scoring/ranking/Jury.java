package twiza.scoring.ranking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import twiza.jury.JurorFigures;
import twiza.jury.Review;

/** What each juror gave, all criteria together, in hundredths of a mark. */
final class Jury {

  /** With fewer, the same mark for all may be chance. */
  private static final int ENOUGH_TO_CALL_CONSTANT = 4;

  private final List<String> jurors;
  private final Map<String, int[]> given = new HashMap<>();

  Jury(RankingInputs inputs) {
    jurors = inputs.jurors();
    inputs.reviews().stream()
        .collect(Collectors.groupingBy(Review::juror))
        .forEach(
            (juror, theirs) ->
                given.put(
                    juror,
                    theirs.stream()
                        .mapToInt(it -> it.hundredths(inputs.rules().weights()))
                        .toArray()));
  }

  /** The ids of those who gave everybody the same, often enough: nothing is learned from that. */
  List<String> constant() {
    return jurors.stream().filter(juror -> isConstant(given(juror))).toList();
  }

  private static boolean isConstant(int[] marks) {
    return marks.length >= ENOUGH_TO_CALL_CONSTANT
        && Arrays.stream(marks).allMatch(mark -> mark == marks[0]);
  }

  List<JurorFigures> figures(Optional<SeverityModel> model) {
    return jurors.stream().map(juror -> figures(juror, given(juror), model)).toList();
  }

  private int[] given(String juror) {
    return given.getOrDefault(juror, new int[0]);
  }

  private static JurorFigures figures(String juror, int[] marks, Optional<SeverityModel> model) {
    OptionalDouble leniency =
        model
            .filter(it -> it.jurors().contains(juror))
            .map(it -> OptionalDouble.of(it.leniency(juror)))
            .orElse(OptionalDouble.empty());
    return new JurorFigures(
        juror, marks.length, mean(marks), spread(marks), leniency, isConstant(marks));
  }

  private static OptionalDouble mean(int[] marks) {
    return marks.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Arrays.stream(marks).sum() / (100.0 * marks.length));
  }

  private static OptionalDouble spread(int[] marks) {
    if (marks.length < 2) {
      return OptionalDouble.empty();
    }
    double mean = Arrays.stream(marks).average().orElseThrow();
    double squares = Arrays.stream(marks).mapToDouble(it -> (it - mean) * (it - mean)).sum();
    return OptionalDouble.of(Math.sqrt(squares / (marks.length - 1)) / 100);
  }
}
