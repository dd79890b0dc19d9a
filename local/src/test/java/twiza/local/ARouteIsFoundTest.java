package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ARouteIsFoundTest {
  private final Routes routes =
      new Routes(
          List.of(
              new Route("GET", "/{language}/ideas", "pages"),
              new Route("HEAD", "/{language}/ideas", "pages"),
              new Route("GET", "/api/{rest+}", "rest"),
              new Route("GET", "/api/ideas", "list"),
              new Route("GET", "/api/ideas/{id}", "read"),
              new Route("POST", "/api/ideas/confirmation", "confirm"),
              new Route("ANY", "/api/any", "any")));

  @Test
  void byItsLiteralTextBeforeItsVariables() {
    assertThat(function("GET", "/api/ideas")).hasValue("list");
    assertThat(function("GET", "/fr/ideas")).hasValue("pages");
  }

  @Test
  void withItsVariables() {
    assertThat(routes.find("GET", "/api/ideas/01J").map(Routes.Match::parameters))
        .hasValue(Map.of("id", "01J"));
    assertThat(routes.find("GET", "/api/a/b/c").map(Routes.Match::parameters))
        .hasValue(Map.of("rest", "a/b/c"));
  }

  @Test
  void onlyForItsMethod() {
    assertThat(function("HEAD", "/fr/ideas")).hasValue("pages");
    assertThat(function("HEAD", "/api/ideas/1")).isEmpty();
    assertThat(function("POST", "/api/ideas")).isEmpty();
    assertThat(function("DELETE", "/api/any")).hasValue("any");
  }

  @Test
  void onlyForAPathOfItsLength() {
    assertThat(function("GET", "/fr/ideas/1/2")).isEmpty();
    assertThat(function("GET", "/fr")).isEmpty();
    assertThat(function("GET", "//ideas")).isEmpty();
    assertThat(function("GET", "/")).isEmpty();
  }

  @Test
  void evenWhereALiteralPathHasAnotherMethodOnly() {
    assertThat(function("HEAD", "/api/ideas")).hasValue("pages");
  }

  private Optional<String> function(String method, String path) {
    return routes.find(method, path).map(it -> it.route().function());
  }
}
