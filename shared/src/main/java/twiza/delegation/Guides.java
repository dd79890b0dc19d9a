package twiza.delegation;

/** What cooperatives need to start, by region. Every write keeps its event with it. */
public interface Guides {

  /** That of a region; what the house says as long as the region has said nothing itself. */
  Guide of(String region);

  /**
   * @return false when somebody else changed it since it was read; nothing is kept
   */
  boolean save(Guide.Edit edit);
}
