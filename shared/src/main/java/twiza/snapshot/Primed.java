package twiza.snapshot;

/** A function that a snapshot is taken of once it is built, to start its copies from. */
public interface Primed {

  /**
   * Goes once along the path of a call without changing anything, so that the snapshot holds what a
   * first call would load. Settings and keys are out of reach meanwhile, and must stay so.
   */
  void prime();

  /** Replaces what two copies must not have in common. */
  default void renew() {}
}
