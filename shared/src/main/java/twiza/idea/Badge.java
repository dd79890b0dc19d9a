package twiza.idea;

import java.util.Optional;

/**
 * An award as the public sees it.
 *
 * @param round opaque id
 * @param name of the author; empty unless they said that they may be named
 */
public record Badge(String round, Award.Place place, Optional<String> name) {}
