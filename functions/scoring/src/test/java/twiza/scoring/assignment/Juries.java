package twiza.scoring.assignment;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Entries and jurors by the dozen. */
final class Juries {

  private Juries() {}

  static Set<String> ideas(int count) {
    return named("idea %04d", count);
  }

  static Set<String> jurors(int count) {
    return named("juror %02d", count);
  }

  private static Set<String> named(String pattern, int count) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.toSet());
  }

  static BiPredicate<String, String> noConflict() {
    return (_, _) -> true;
  }

  /** Each pair conflicts as often as the share has it. */
  static BiPredicate<String, String> conflicts(int ideas, int jurors, double share, long seed) {
    Random random = new Random(seed);
    Set<String> pairs = new HashSet<>();
    for (String juror : jurors(jurors).stream().sorted().toList()) {
      for (String idea : ideas(ideas).stream().sorted().toList()) {
        if (random.nextDouble() < share) {
          pairs.add(juror + idea);
        }
      }
    }
    return (juror, idea) -> !pairs.contains(juror + idea);
  }
}
