package twiza.board;

import java.time.Instant;
import java.util.List;

/** What somebody at the delegation of a region should look at today. */
public interface Matters {

  /** One of each kind that this one knows of, those too of which there is nothing. */
  List<Matter> of(String region, Instant now);
}
