package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import twiza.acceptance.Caller.Answer;
import twiza.place.Language;

/**
 * An idea that somebody sent before the test opens a browser.
 *
 * @param token what opens it to its author
 */
record IdeaBehindTheBrowser(String id, String title, String address, String code, String token) {

  /** Sent in French, its address confirmed, before the moderators. */
  static IdeaBehindTheBrowser pending() {
    String title = Running.unique("Un atelier de tissage à Khénifra");
    String address = Running.newAddress("tamount");
    return pending(title, address, Bodies.frenchIdea(title, address));
  }

  private static IdeaBehindTheBrowser pending(
      String title, String address, Map<String, Object> body) {
    Answer sent = Running.anybody().post("/api/ideas", body);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    String token = Running.inboxOf(address).awaitMail("/confirm/").token("confirm");
    Answer confirmed = Running.anybody().post("/api/ideas/confirmation", Map.of("token", token));
    assertThat(confirmed.status()).isEqualTo(200);
    String link = sent.text("followLink");
    return new IdeaBehindTheBrowser(
        sent.text("id"),
        title,
        address,
        sent.text("trackingCode"),
        link.substring(link.indexOf("#token=") + "#token=".length()));
  }

  /** Published with all its details, each of a sentence or two, in the language of the window. */
  static IdeaBehindTheBrowser publishedWhole(BrowserWindow window) {
    boolean arabic = window.language() == Language.AR;
    IdeaInTheBrowser words = IdeaInTheBrowser.in(window.language());
    String address = Running.newAddress("tamount");
    Map<String, Object> body =
        arabic
            ? Bodies.arabicIdea(words.title(), words.name(), address)
            : Bodies.frenchIdea(words.title(), address);
    String detail = words.need() + " " + words.solution();
    IdeaBehindTheBrowser idea =
        pending(words.title(), address, Bodies.withAllDetails(body, detail));
    Moderator.askedAbout(idea.title()).approves();
    return idea;
  }

  /** Published in French, with what its author would like to become of it. */
  static IdeaBehindTheBrowser published(String title, String address, String intention) {
    Map<String, Object> body = Bodies.frenchIdea(title, address);
    body.put("intention", intention);
    IdeaBehindTheBrowser idea = pending(title, address, body);
    Moderator.askedAbout(title).approves();
    return idea;
  }

  static IdeaBehindTheBrowser published() {
    IdeaBehindTheBrowser idea = pending();
    Moderator.askedAbout(idea.title()).approves();
    return idea;
  }

  /** Its author sends another text. */
  void corrected(String solution, int basedOn) {
    Answer kept =
        Running.anybody()
            .bearing(token)
            .put("/api/my/idea", Bodies.arabicCorrection(title, solution, basedOn));
    assertThat(kept.status()).as(kept.body()).isEqualTo(200);
  }

  /** The path, in any language, of the page that opens it to its author. */
  String follow() {
    return "/follow/#token=" + token;
  }

  String state() {
    return Running.anybody().bearing(token).get("/api/my/idea").text("state");
  }

  boolean isPublic() {
    return Running.anybody().get("/api/ideas/" + id).status() == 200;
  }
}
