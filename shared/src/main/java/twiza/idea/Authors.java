package twiza.idea;

import java.util.Collection;
import java.util.Map;

/** Who sent which idea, for whoever has to keep jurors from judging their own circle. */
public interface Authors {

  /** By the ids of the ideas; whoever was erased is missing. */
  Map<String, Author> of(Collection<String> ideas);
}
