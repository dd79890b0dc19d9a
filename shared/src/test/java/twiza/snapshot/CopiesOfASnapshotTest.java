package twiza.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two functions restored from one snapshot begin with the very same memory. */
class CopiesOfASnapshotTest {

  /** What the snapshot kept comes first, and whatever is asked for later is fresh. */
  private static Chance copy() {
    Queue<Random> kept = new ArrayDeque<>(List.of(new Random(7)));
    return new Chance(() -> kept.isEmpty() ? new SecureRandom() : kept.remove());
  }

  @Test
  void would_make_the_same_secrets() {
    assertThat(copy().random().nextLong()).isEqualTo(copy().random().nextLong());
  }

  @Test
  void make_their_own_ids_and_secrets_after_they_are_restored() {
    Chance one = copy();
    Chance other = copy();
    one.renew();
    other.renew();
    assertThat(one.random().nextLong()).isNotEqualTo(other.random().nextLong());
    assertThat(one.id().substring(10)).isNotEqualTo(other.id().substring(10));
  }
}
