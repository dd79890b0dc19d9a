package twiza.delegation;

/** What the delegations say. Every write keeps its event with it. */
public interface Delegations {

  /** The delegation of a region, whether or not it has ever said anything. */
  Delegation of(String region);

  /**
   * @return false when somebody else changed it since it was read; nothing is kept
   */
  boolean save(Delegation.Edit edit);
}
