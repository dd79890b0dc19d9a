package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.acceptance.Caller.Answer;

/** Whoever may read the logs learns from them nothing about anybody. */
class NothingPersonalInTheLogsTest {

  private static final String SOURCE = "196.200.77.31";

  @TempDir Path data;

  @Test
  void afterAWholeJourneyWithItsMistakes() throws Exception {
    String title = "Un pressoir à Demnate";
    String name = "Tihya Oulhaj";
    String email = "tihya.oulhaj@example.com";
    List<String> secrets = new ArrayList<>(List.of(title, name, "Oulhaj", email, SOURCE));
    try (RunnerProcess runner = RunnerProcess.start(data)) {
      Station station = runner.station();
      Caller tihya = station.anybody().from(SOURCE);
      Map<String, Object> body = new HashMap<>(Bodies.arabicIdea(title, name, email));
      Answer sent = tihya.post("/api/ideas", body);
      Author author = Author.of(station, sent, title, email);
      secrets.add(secret(Author.token(sent.text("followLink"))));
      secrets.add(signature(station.inboxOf(email).awaitMail("/confirm/").token("confirm")));
      author.confirms();
      Caller moderator = station.moderator(title);
      secrets.add(signature(moderator.header("Authorization")));
      Map<String, Object> asks =
          Map.of("choice", "REQUEST_CHANGES", "revision", 1, "reason", "Le prix du pressoir ?");
      assertThat(moderator.post("/api/moderation/decision", asks).status()).isEqualTo(200);
      secrets.add("Le prix du pressoir");
      author.caller().put("/api/my/contact", Map.of("phone", "0661998877"));
      secrets.addAll(List.of("0661998877", "661998877"));
      station.anybody().post("/api/my/link", Map.of("email", email));

      atTheDesk(station, secrets);
      mistakes(station, author, body);
      unsendable(station, secrets);
      author.caller().delete("/api/my/idea?erase=true");
    }
    String logs = logs();
    assertThat(logs).hasSizeGreaterThan(500);
    assertThat(secrets).allSatisfy(secret -> assertThat(logs).doesNotContain(secret));
  }

  /** Somebody signs in, enters an idea, calls its author, approves it, and brings in a file. */
  private static void atTheDesk(Station station, List<String> secrets) {
    String address = "salma.ouardi@example.com";
    station.employ(address, Map.of("name", "Salma Ouardi", "roles", List.of("ORGANISER")));
    Colleague salma = Colleague.signsIn(station, address);
    secrets.addAll(List.of("Salma", "Ouardi", address, value(salma.caller().header("Cookie"))));
    secrets.add(signature(station.inboxOf(address).awaitMail("/sign-in/").token("sign-in")));
    String phone = Station.newPhone();
    Answer sent =
        station
            .anybody()
            .post(
                "/api/ideas",
                Bodies.arabicIdeaByPhone("Une fromagerie à Aguelmous", "Moha Zayani", phone));
    String idea = "/api/desk/ideas/" + sent.text("id");
    Map<String, Object> call =
        Map.of("outcome", "REACHED", "confirms", true, "note", "Rappeler après le souk");
    assertThat(salma.caller().post(idea + "/calls", call).status()).isEqualTo(200);
    Map<String, Object> approves = Map.of("choice", "APPROVE", "revision", 1);
    assertThat(salma.caller().post(idea + "/decision", approves).status()).isEqualTo(200);
    secrets.addAll(List.of("fromagerie", "Zayani", phone, phone.substring(1), "après le souk"));

    String file = ImportInTheBrowserTest.file("Un atelier de poterie", 2);
    Answer brought = salma.caller().post("/api/desk/imports", Map.of("csv", file));
    assertThat(brought.status()).as(brought.body()).isEqualTo(201);
    Answer wrong =
        salma.caller().post("/api/desk/imports", Map.of("csv", file.replace("Khénifra", "x")));
    assertThat(wrong.status()).as(wrong.body()).isEqualTo(200);
    secrets.addAll(List.of("poterie", "Tamount"));
  }

  private static String value(String cookie) {
    return cookie.substring(cookie.indexOf('=') + 1);
  }

  private static void mistakes(Station station, Author author, Map<String, Object> body) {
    Caller caller = station.anybody().from(SOURCE);
    assertThat(caller.post("/api/ideas", "{\"name\": \"Tihya Oulhaj\",").status()).isEqualTo(400);
    body.put("title", "");
    assertThat(caller.post("/api/ideas", body).status()).isEqualTo(422);
    Caller almost = caller.with("Authorization", author.caller().header("Authorization") + "x");
    assertThat(almost.get("/api/my/idea").status()).isEqualTo(401);
    assertThat(caller.get("/api/ideas?cursor=Tihya%20Oulhaj").status()).isEqualTo(400);
  }

  /** A mail that no server takes is told of in the log, too. */
  private static void unsendable(Station station, List<String> secrets) {
    String email = "x".repeat(64) + "@" + "y".repeat(63) + ".example.com";
    Answer sent =
        station.anybody().post("/api/ideas", Bodies.frenchIdea("Un essai de plus", email));
    assertThat(sent.status()).as(sent.body()).isIn(201, 422);
    secrets.add(email);
    Author.sends(station, "La dernière idée").confirms();
  }

  private static String secret(String token) {
    return token.substring(token.indexOf('.') + 1);
  }

  private static String signature(String jws) {
    return jws.substring(jws.lastIndexOf('.') + 1);
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder(Files.readString(RunnerProcess.console(data)));
    try (Stream<Path> files = Files.list(data.resolve("logs"))) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
