package twiza.http;

import java.util.Set;

/**
 * A function that answers HTTP says which routes it answers, so that the template can be held to
 * it.
 */
public interface Routed {

  /** Route keys as API Gateway writes them, such as {@code POST /api/ideas}. */
  Set<String> routeKeys();
}
