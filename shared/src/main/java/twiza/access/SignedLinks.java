package twiza.access;

import java.time.Instant;

/** Links whose token proves by itself what it opens, and until when. */
public interface SignedLinks {

  /** What a signed link opens. */
  sealed interface Link {
    /** One moderator, deciding about an idea. */
    record Decide(String moderator, String idea, int revision) implements Link {}

    /** An address, proving that it is read. */
    record Confirm(String idea, int serial) implements Link {}

    /** Somebody who asked to be let in. */
    record SignIn(String id) implements Link {}

    /** One juror of a round. */
    record Judge(String round, String juror) implements Link {}
  }

  /** What a token turned out to be. */
  sealed interface Reading {
    record Valid(Link link) implements Reading {}

    /**
     * @param link that it opened
     */
    record Expired(Link link) implements Reading {}

    record Invalid() implements Reading {}
  }

  /**
   * @param expiresAt at most 30 days ahead: keys rotate no faster than that
   */
  String sign(Link link, Instant expiresAt);

  Reading read(String token, Instant now);
}
