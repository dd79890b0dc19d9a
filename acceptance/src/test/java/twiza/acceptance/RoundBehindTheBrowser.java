package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import twiza.acceptance.Caller.Answer;

/**
 * A round whose ideas are all published, hours before its jury begins.
 *
 * @param ideas titles, in the order in which they were sent
 * @param follow the path that opens the first idea to its author
 */
record RoundBehindTheBrowser(
    String id, Instant judgingOpensAt, Instant judgingClosesAt, List<String> ideas, String follow) {

  private static final Duration HOUR = Duration.ofHours(1);

  static RoundBehindTheBrowser beforeItsJury(int ideas) {
    Colleague organiser =
        new Colleague(Station.shared(), Colleague.ADMIN, StaffBehindTheBrowser.admin());
    Instant opens = Station.shared().now().plus(Duration.ofMinutes(2));
    Map<String, Object> plan =
        new HashMap<>(Editions.plan(Running.unique("Idéathon"), opens, opens.plus(HOUR)));
    Instant judging = opens.plus(HOUR.multipliedBy(2));
    plan.put("judgingOpensAt", judging.toString());
    plan.put("judgingClosesAt", judging.plus(HOUR).toString());
    plan.put(
        "prizes",
        List.of(
            prize("Premier prix", "الجائزة الأولى"), prize("Deuxième prix", "الجائزة الثانية")));
    String id = Editions.announced(organiser, plan);
    Station.shared().isNow(opens.plusSeconds(1));
    IdeaBehindTheBrowser first = IdeaBehindTheBrowser.pending();
    enters(organiser.caller(), id, first.id());
    List<String> titles = new ArrayList<>(List.of(first.title()));
    for (int i = 1; i < ideas; i++) {
      titles.add(sent(organiser.caller(), id));
    }
    return new RoundBehindTheBrowser(id, judging, judging.plus(HOUR), titles, first.follow());
  }

  private static Map<String, Object> prize(String french, String arabic) {
    return Map.of("title", Map.of("fr", french, "ar", arabic));
  }

  /** By phone, so that nobody has to confirm anything first. */
  private static String sent(Caller organiser, String round) {
    String title = Running.unique("معصرة تعاونية للزيتون بدمنات");
    String phone = "06" + Running.eightDigits();
    Answer sent =
        Running.anybody()
            .post("/api/ideas", Bodies.arabicIdeaByPhone(title, "عائشة أومالك", phone));
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    enters(organiser, round, sent.text("id"));
    return title;
  }

  /** Entered by the organiser, and approved. */
  static void enters(Caller organiser, String round, String idea) {
    Answer entered = organiser.post("/api/desk/rounds/" + round + "/entries", Map.of("idea", idea));
    assertThat(entered.status()).as(entered.body()).isEqualTo(201);
    Answer approved =
        organiser.post(
            "/api/desk/ideas/" + idea + "/decision",
            Map.of("choice", "APPROVE", "revision", 1, "reason", ""));
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
  }

  void comesToItsJury() {
    Station.shared().isNow(judgingOpensAt.plusSeconds(45));
  }

  void closesItsJury() {
    Station.shared().isNow(judgingClosesAt.plusSeconds(45));
  }

  /** The path, in any language, of a page of the desk about it. */
  String desk(String page) {
    return "/desk/" + page + "/#id=" + id;
  }
}
