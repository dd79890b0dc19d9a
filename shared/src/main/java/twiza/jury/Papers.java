package twiza.jury;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import twiza.round.Round;

/** What jurors write. */
public interface Papers {

  /** What becomes of a paper that is to be kept. */
  enum Kept {
    KEPT,
    /** It changed since it was read. */
    STALE,
    /** The jury has not begun, is done, or the round is cancelled. */
    NOT_JUDGING,
    /** The juror is not, or no longer, asked to read the idea. */
    NOT_ASSIGNED
  }

  Optional<BallotPaper> find(String round, String juror, String idea);

  /** Those of a juror, submitted or not. */
  List<BallotPaper> by(String round, String juror);

  /** Those about an idea, submitted or not. */
  List<BallotPaper> about(String round, String idea);

  /** All of a round, read page by page while they are consumed. */
  Stream<BallotPaper> of(String round);

  /**
   * How far a paper is.
   *
   * @param submitted a draft otherwise
   */
  record Progress(String juror, String idea, boolean submitted) {}

  /** The same of all of them, without what is written on them. */
  Stream<Progress> progress(String round);

  /**
   * Keeps a paper under the version before its own. When it counts, or did, then whether the jury
   * is at work and the juror is asked to read the idea are conditions of the write, against the
   * instant at which it was sent, and an event is kept. A draft is nobody's but the juror's: for it
   * they are asked of whoever calls.
   */
  Kept keep(Round round, BallotPaper before, BallotPaper after);

  /**
   * Holds a comment back from its author, or lets it go again. Keeps an event; its words stay on
   * the paper.
   *
   * @return false when the paper changed since it was read
   */
  boolean withhold(Round round, BallotPaper before, Optional<String> reason, String by, Instant at);

  /**
   * Forgets what the jurors of a round wrote in words, and why comments were held back; marks stay.
   * Done again it changes nothing.
   */
  void forgetWords(String round);

  /** How many of these ideas a juror has submitted marks for. */
  default long submitted(String round, String juror, Collection<String> ideas) {
    return by(round, juror).stream()
        .filter(BallotPaper::submitted)
        .filter(it -> ideas.contains(it.idea()))
        .count();
  }
}
