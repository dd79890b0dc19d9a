package twiza.scoring.graph;

import java.util.Arrays;

/**
 * The connected components of a graph of ideas and jurors, each known by its place in a list.
 * Numbered from 0 in the order of their first idea. A juror without a review is a component too.
 */
public final class Components {

  private final int ideas;
  private final int[] number;
  private final int count;

  /**
   * @param ideaOf the idea of each edge
   * @param jurorOf the juror of each edge
   */
  public Components(int ideas, int jurors, int[] ideaOf, int[] jurorOf) {
    this.ideas = ideas;
    int[] parent = new int[ideas + jurors];
    Arrays.setAll(parent, node -> node);
    for (int edge = 0; edge < ideaOf.length; edge++) {
      int one = root(parent, ideaOf[edge]);
      int other = root(parent, ideas + jurorOf[edge]);
      // The smallest is the root, so that it comes before whatever hangs from it.
      parent[Math.max(one, other)] = Math.min(one, other);
    }
    number = new int[parent.length];
    int found = 0;
    for (int node = 0; node < parent.length; node++) {
      int root = root(parent, node);
      number[node] = root == node ? found++ : number[root];
    }
    count = found;
  }

  private static int root(int[] parent, int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  public int count() {
    return count;
  }

  public int ofIdea(int idea) {
    return number[idea];
  }

  public int ofJuror(int juror) {
    return number[ideas + juror];
  }
}
