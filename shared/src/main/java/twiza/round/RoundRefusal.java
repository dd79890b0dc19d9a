package twiza.round;

import java.util.List;
import java.util.Set;

/** Why a round does not do what was asked of it. */
public sealed interface RoundRefusal {

  /** It is published or cancelled. */
  record Over() implements RoundRefusal {}

  /** It was announced before. */
  record AlreadyAnnounced() implements RoundRefusal {}

  /** It lacks something that it needs before the public sees it. */
  record Incomplete(List<Missing> missing) implements RoundRefusal {}

  /** The phase forbids that these change, or the dates have passed. */
  record Frozen(Set<Part> parts) implements RoundRefusal {}

  /** Authors have begun to reckon with a later date. */
  record Shortened(Set<Part> dates) implements RoundRefusal {}

  /** A date would be moved to where it is over already. */
  record InThePast(Set<Part> dates) implements RoundRefusal {}

  record ReasonRequired() implements RoundRefusal {}

  /** The jury has not begun. */
  record NotJudging() implements RoundRefusal {}

  /** The jury is not done. */
  record NotClosed() implements RoundRefusal {}
}
