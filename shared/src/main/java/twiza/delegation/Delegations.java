package twiza.delegation;

import java.util.Map;
import twiza.place.Language;

/** What the delegations say. Every write keeps its event with it. */
public interface Delegations {

  /** The delegation of a region, whether or not it has ever said anything. */
  Delegation of(String region);

  /**
   * What a region said of the terms from one of its versions on, whether or not they are in force.
   *
   * @return by language; empty when nothing was changed of them in that version
   */
  Map<Language, String> terms(String region, long version);

  /**
   * @return false when somebody else changed it since it was read; nothing is kept
   */
  boolean save(Delegation.Edit edit);
}
