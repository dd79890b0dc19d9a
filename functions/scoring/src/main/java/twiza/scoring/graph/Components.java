package twiza.scoring.graph;

/**
 * The connected components of a graph of ideas and jurors, numbered from 0 in the order of their
 * first idea. An idea or a juror without a review is a component too.
 */
public final class Components {

  private final int ideas;
  private final int[] number;
  private final int count;

  /**
   * @param ideaOf the idea of each review
   * @param jurorOf the juror of each review
   */
  public Components(int ideas, int jurors, int[] ideaOf, int[] jurorOf) {
    this.ideas = ideas;
    Forest forest = new Forest(ideas, jurors);
    for (int review = 0; review < ideaOf.length; review++) {
      forest.join(ideaOf[review], jurorOf[review]);
    }
    number = new int[ideas + jurors];
    int found = 0;
    for (int node = 0; node < number.length; node++) {
      int root = forest.root(node);
      number[node] = root == node ? found++ : number[root];
    }
    count = found;
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
