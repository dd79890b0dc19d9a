package twiza.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import twiza.http.StaffCookies;
import twiza.local.RunningSystem;
import twiza.settings.IndexKey;
import twiza.settings.Secrets;
import twiza.staff.SessionToken;
import twiza.staff.SignIn;

/** The first admin, let in by the code of the mail, which nobody needs to have read. */
public final class SignedIn {

  private static final String ADDRESS = "moderator@example.org";

  private final RunningSystem system;
  private final HttpClient http = HttpClient.newHttpClient();
  private String cookie = "";

  public SignedIn(RunningSystem system) {
    this.system = system;
  }

  /** The cookie by which the desk knows them, the same each time. */
  public String cookie() {
    if (cookie.isEmpty()) {
      cookie = signIn();
    }
    return cookie;
  }

  private String signIn() {
    String nonce = cookie(StaffCookies.nonce(system.baseUrl()), post("sign-in", "email", ADDRESS));
    String asked = nonce.substring(nonce.indexOf('=') + 1);
    Map<String, String> environment = system.environment("StaffFunction");
    String code =
        SignIn.code(
            SessionToken.parse(asked).orElseThrow().id(),
            IndexKey.of(new Secrets(environment), environment));
    return cookie(
        StaffCookies.session(system.baseUrl()), post("session", "code", code, "Cookie", nonce));
  }

  private HttpResponse<String> post(String path, String field, String value, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(system.baseUrl() + "/api/staff/" + path))
            .header("Content-Type", "application/json")
            .header("Origin", system.baseUrl())
            .POST(HttpRequest.BodyPublishers.ofString("{\"%s\":\"%s\"}".formatted(field, value)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String cookie(String name, HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(it -> it.split(";", 2)[0])
        .filter(it -> it.startsWith(name + "="))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + ": " + answer.body()));
  }
}
