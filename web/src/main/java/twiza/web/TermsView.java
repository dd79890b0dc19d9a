package twiza.web;

import java.util.Optional;

/**
 * The terms of use.
 *
 * @param said what a delegation says in place of the words of the house; empty where it says
 *     nothing
 * @param inForce whether they are what people agree to now
 */
public record TermsView(String version, Optional<Words> said, boolean inForce) {

  /** The address of those in force, without the language. */
  public static final String IN_FORCE = "/terms/";

  String path() {
    return inForce ? IN_FORCE : IN_FORCE + version + "/";
  }
}
