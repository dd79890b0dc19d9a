package twiza.text;

import java.util.function.Supplier;
import twiza.delegation.Delegation;
import twiza.delegation.Delegations;
import twiza.place.Places;

/**
 * The terms that whoever sends an idea agrees to: those on the site's own page, which speaks for
 * the first region that has joined.
 */
public final class TermsInForce implements Supplier<String> {

  private final Delegations delegations;
  private final String region;
  private final String house = Facts.load().termsVersion();

  public TermsInForce(Delegations delegations, Places places) {
    this.delegations = delegations;
    this.region = places.joinedRegions().getFirst().code();
  }

  /** The version to be kept with a consent. */
  @Override
  public String get() {
    return version(delegation());
  }

  /** Whose terms they are. */
  public Delegation delegation() {
    return delegations.of(region);
  }

  /** The version of the terms as a delegation says them now. */
  public String version(Delegation delegation) {
    return delegation.termsVersion(house);
  }
}
