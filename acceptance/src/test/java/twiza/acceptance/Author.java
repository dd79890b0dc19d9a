package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import twiza.acceptance.Caller.Answer;

/** Somebody who has sent an idea, and holds the link to it. */
record Author(
    Station station, String id, String trackingCode, String title, String email, Caller caller) {

  /** Sends an idea as somebody with an e-mail address, which still has to be confirmed. */
  static Author sends(Station station, String title) {
    String email = Station.newEmail("author");
    return sent(station, email, Bodies.frenchIdea(title, email));
  }

  /** The same, as somebody who has a phone only. */
  static Author phones(Station station, String title) {
    return sent(station, "", Bodies.arabicIdeaByPhone(title, "يوسف أمزيان", Station.newPhone()));
  }

  private static Author sent(Station station, String email, Map<String, Object> body) {
    Answer sent = station.anybody().post("/api/ideas", body);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    return of(station, sent, body.get("title").toString(), email);
  }

  static Author of(Station station, Answer sent, String title, String email) {
    Caller caller = station.anybody().bearing(token(sent.text("followLink")));
    return new Author(station, sent.text("id"), sent.text("trackingCode"), title, email, caller);
  }

  static String token(String link) {
    return link.substring(link.indexOf("#token=") + "#token=".length());
  }

  /** The same author at the same system, which answers at another address now. */
  Author at(Station other, String followLink) {
    Caller there = other.anybody().bearing(token(followLink));
    return new Author(other, id, trackingCode, title, email, there);
  }

  /** Follows the link in the mail that asks for it. */
  Author confirms() {
    String token = station.inboxOf(email).awaitMail("/confirm/#token=").token("confirm");
    Answer confirmed = station.anybody().post("/api/ideas/confirmation", Map.of("token", token));
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    return this;
  }

  JsonNode idea() {
    Answer answer = caller.get("/api/my/idea");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  String state() {
    return idea().path("state").asText();
  }

  /** The kinds of what has happened, oldest first. */
  List<String> history() {
    return StreamSupport.stream(idea().path("history").spliterator(), false)
        .map(entry -> entry.path("kind").asText())
        .toList();
  }
}
