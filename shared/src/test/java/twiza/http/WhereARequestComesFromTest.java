package twiza.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The network of whoever asks, by which crowds are counted. */
class WhereARequestComesFromTest {

  private static final String SECRET = "the secret of the front";

  private final Requests request = Requests.post("/api/ideas").from("203.0.113.7");

  private static String source(Requests request) {
    return new Request(request.event(), SECRET::equals).source();
  }

  @Test
  void isTheCallerOfTheApi() {
    assertThat(source(request)).isEqualTo("203.0.113.7");
  }

  @Test
  void isTheViewerThatTheFrontNames() {
    request.header("x-twiza-viewer", "198.51.100.4").header("x-twiza-origin", SECRET);
    assertThat(source(request)).isEqualTo("198.51.100.4");
  }

  @Test
  void isTheFirstHalfOfALongAddress() {
    request.header("x-twiza-viewer", "2001:db8:1:2:3:4:5:6").header("x-twiza-origin", SECRET);
    assertThat(source(request)).isEqualTo("20010db800010002/64");
  }

  @Test
  void isNotWhatSomebodySaysWithoutTheSecret() {
    request.header("x-twiza-viewer", "198.51.100.4");
    assertThat(source(request)).isEqualTo("203.0.113.7");
    request.header("x-twiza-origin", "a guess");
    assertThat(source(request)).isEqualTo("203.0.113.7");
  }

  @Test
  void isTheCallerWhenTheFrontNamesNobody() {
    request.header("x-twiza-origin", SECRET);
    assertThat(source(request)).isEqualTo("203.0.113.7");
  }
}
