package twiza.scoring.graph;

import java.util.Arrays;

/** Trees of ideas and jurors, each known by its place in a list, as pairs join them: union-find. */
public final class Forest {

  private final int ideas;
  private final int[] parent;

  public Forest(int ideas, int jurors) {
    this.ideas = ideas;
    parent = new int[ideas + jurors];
    Arrays.setAll(parent, node -> node);
  }

  /**
   * Joins the trees of an idea and a juror.
   *
   * @return whether they were two; if not, the pair closes a circle
   */
  public boolean join(int idea, int juror) {
    int one = root(idea);
    int other = root(ideas + juror);
    // The smallest is the root, so that it comes before whatever hangs from it.
    parent[Math.max(one, other)] = Math.min(one, other);
    return one != other;
  }

  /** The first idea of a tree, or its juror where it has no idea; jurors come after all ideas. */
  int root(int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
