package twiza.jury;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import twiza.idea.Entries;

/** What each juror has to do. */
public final class Ballots {

  private final Entries entries;
  private final Papers papers;

  public Ballots(Entries entries, Papers papers) {
    this.entries = entries;
    this.papers = papers;
  }

  /** A juror's ballot in a round; one without a line for whoever is not in the jury any more. */
  public Ballot of(String round, Juror juror) {
    Set<String> ideas = new TreeSet<>(juror.ideas());
    ideas.addAll(juror.conflicts().keySet());
    return juror.state().isAsked() && !ideas.isEmpty()
        ? Ballot.of(juror, entries.among(round, ideas), papers.by(round, juror.id()))
        : new Ballot(juror, List.of());
  }
}
