package twiza.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TheCookiesOfARequestTest {

  private static Request request(Requests sent) {
    return new Request(sent.event(), _ -> true);
  }

  @Test
  void stand_apart_as_the_gateway_sends_them() {
    Request request =
        request(Requests.get("/api/staff/me").cookie("nonce", "1").cookie("session", "a=b"));

    assertThat(request.cookie("session")).contains("a=b");
    assertThat(request.cookie("sess")).isEmpty();
  }

  @Test
  void stand_in_their_header_as_others_leave_them() {
    Request request = request(Requests.get("/api/staff/me").header("Cookie", "nonce=1; session=x"));

    assertThat(request.cookie("session")).contains("x");
    assertThat(request.cookie("nonce")).contains("1");
    assertThat(request.cookie("ession")).isEmpty();
  }
}
