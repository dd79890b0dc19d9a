package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import twiza.acceptance.Caller.Answer;
import twiza.acceptance.Inbox.Mail;
import twiza.place.Language;

/** Somebody whom the admin has put on the list of staff before the test opens a browser. */
record StaffBehindTheBrowser(String name, String address, Language language) {

  static final String ADMIN = Colleague.ADMIN;

  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

  private static Caller admin = Running.anybody();

  /** The admin, who signs in again only when a test has moved the clock beyond the session. */
  static Caller admin() {
    if (admin.get("/api/staff/me").status() != 200) {
      admin = Colleague.admin(Station.shared()).caller();
    }
    return admin;
  }

  /** With these roles in the region, and no mails about ideas. */
  static StaffBehindTheBrowser with(Language language, String... roles) {
    String name = Running.unique("Salma Ouardi");
    String address = Running.newAddress("salma");
    Map<String, Object> body =
        Map.of(
            "name",
            name,
            "email",
            address,
            "language",
            language.tag(),
            "mails",
            "NONE",
            "roles",
            List.of(roles));
    Answer added = admin().post("/api/desk/staff?region=05", body);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    return new StaffBehindTheBrowser(name, address, language);
  }

  /** Is staff of the region no longer. */
  void leaves() {
    String id =
        admin()
            .get("/api/desk/staff?region=05")
            .json()
            .path("items")
            .valueStream()
            .filter(member -> member.path("email").asText().equals(address))
            .map(member -> member.path("id").asText())
            .findFirst()
            .orElseThrow();
    assertThat(admin().delete("/api/desk/staff/" + id + "?region=05").status()).isEqualTo(200);
  }

  /** The mail with link and code that comes of asking to be let in. */
  static Mail mailAfter(String address, Runnable asks) {
    int before = signInMails(address).size();
    asks.run();
    await().atMost(Patience.LONG).until(() -> signInMails(address).size() > before);
    return signInMails(address).getFirst();
  }

  private static List<Mail> signInMails(String address) {
    return Running.inboxOf(address).all().stream()
        .filter(mail -> mail.text().contains("/desk/sign-in/#token="))
        .toList();
  }

  static String codeIn(Mail mail) {
    Matcher code = CODE.matcher(mail.text());
    assertThat(code.find()).as(mail.text()).isTrue();
    return code.group();
  }

  /** Comes in by the code of the mail, to the page that the browser was on. */
  static void signIn(PersonInTheBrowser person, String address) {
    person.isAt("/desk/sign-in/", "desk.signIn.title");
    person.field("email").fill(address);
    Mail mail = mailAfter(address, () -> person.presses("desk.signIn.ask"));
    person.field("code").fill(codeIn(mail));
    person.presses("desk.signIn.enter");
  }

  /** Comes in, and stands before a page of the desk such as {@code /desk/staff/}. */
  void goesTo(PersonInTheBrowser person, String path, String headingKey) {
    person.whoIsRefused("/api/staff/me").opens(path);
    signIn(person, address);
    person.isAt(path, headingKey);
    person.sees(name);
  }
}
