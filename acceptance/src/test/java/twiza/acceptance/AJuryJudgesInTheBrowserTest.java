package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.place.Language;
import twiza.text.Messages;

/**
 * A round from its jury to its results, as each of those in it sees it. Of three jurors one recuses
 * from an idea, one gives everybody the same, and one never answers.
 */
class AJuryJudgesInTheBrowserTest {

  private static final int IDEAS = 8;
  private static final int CRITERIA = 5;
  private static final List<Integer> THE_SAME = List.of(3, 3, 3, 3, 3);
  private static final String COMMENT = "Chiffrez mieux le transport.";
  private static final String HARSH = "Cela ne vaut rien.";
  private static final Pattern FIRST_PRIZE = Pattern.compile("Premier prix|الجائزة الأولى");

  /** The earlier an idea was sent, the better it is. */
  private static List<Integer> worth(int idea) {
    List<Integer> marks = new ArrayList<>();
    for (int criterion = 0; criterion < CRITERIA; criterion++) {
      marks.add(5 - (idea * CRITERIA + criterion) / IDEAS);
    }
    return marks;
  }

  /** Whoever shares the domain of an author is taken for a colleague, and kept from the idea. */
  private static String newJuror(String name) {
    return Running.newAddress(name).replace("@example.org", "@example.net");
  }

  @ParameterizedTest
  @EnumSource(names = {"FRENCH_AT_A_DESK", "ARABIC_ON_A_PHONE"})
  void and_its_results_are_published(BrowserWindow window) {
    RoundBehindTheBrowser round = RoundBehindTheBrowser.beforeItsJury(IDEAS);
    List<String> jurors = List.of(newJuror("careful"), newJuror("same"), newJuror("mute"));
    StaffBehindTheBrowser staff = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    try (PersonInTheBrowser organiser = Browser.person(window)) {
      staff.goesTo(organiser, "/desk/rounds/", "desk.rounds.title");
      isAssembled(organiser, round, jurors);
      try (JurorInTheBrowser careful = JurorInTheBrowser.invited(window, jurors.get(0));
          JurorInTheBrowser same = JurorInTheBrowser.invited(window, jurors.get(1))) {
        careful.accepts();
        same.accepts();
        round.comesToItsJury();
        marksWithCare(careful, round);
        marksTheSame(same, round);
      }
      isPreviewed(organiser, round);
      round.closesItsJury();
      isPublished(organiser, round);
    }
    isToldToItsAuthor(window, round);
    isRead(window, round);
    isPrinted(window, round);
  }

  @Test
  void a_round_that_nobody_marked_is_published_as_well() {
    RoundBehindTheBrowser round = RoundBehindTheBrowser.beforeItsJury(2);
    StaffBehindTheBrowser staff = StaffBehindTheBrowser.with(Language.FR, "ORGANISER");
    try (PersonInTheBrowser organiser = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      staff.goesTo(organiser, "/desk/rounds/", "desk.rounds.title");
      round.comesToItsJury();
      round.closesItsJury();
      organiser.opens(round.desk("results"));
      organiser.sees(organiser.text("desk.results.state.FROZEN"));
      organiser.sees(organiser.text("desk.results.standings.none"));
      round.ideas().forEach(organiser::sees);
      PageInTheBrowser.isFitForEverybody(organiser);
      speaksForTheJury(organiser);
      organiser.page().locator("#publish").click();
      organiser.sees(organiser.text("desk.results.publish.nobody"));
      organiser.presses("desk.results.publish.button");
      assertThat(organiser.page().locator("#status"))
          .hasText(organiser.text("desk.results.published"));
    }
  }

  private static void isAssembled(
      PersonInTheBrowser organiser, RoundBehindTheBrowser round, List<String> jurors) {
    organiser.opens(round.desk("round"));
    organiser.page().locator("#to-jury").click();
    organiser.isAt("/desk/jury/", "desk.jury.title");
    organiser.sees(organiser.text("desk.jury.none"));
    organiser.presses("desk.jury.add");
    organiser.presses("desk.jury.add.button");
    assertThat(organiser.page().locator("#errors")).isFocused();
    PageInTheBrowser.isFitForEverybody(organiser);
    organiser.presses("desk.jury.close");
    for (String address : jurors) {
      organiser.presses("desk.jury.add");
      organiser.page().locator("#f-name").fill(address.replaceFirst("-.*", ""));
      organiser.page().locator("#f-email").fill(address);
      organiser.presses("desk.jury.add.button");
      organiser.sees(address);
    }
    organiser.presses("desk.jury.assign");
    assertThat(organiser.page().locator("#assignment-status"))
        .hasText(organiser.text("desk.jury.assigned"));
    assertThat(organiser.page().locator("#coverage"))
        .containsText(organiser.text("desk.jury.coverage.enough", "asked", jurors.size()));
    PageInTheBrowser.isFitForEverybody(organiser);
    organiser.page().locator("#invite").click();
    assertThat(organiser.page().locator("#inviting-coverage li")).hasCount(5);
    PageInTheBrowser.isFitForEverybody(organiser);
    organiser.presses("desk.jury.invite.button");
    assertThat(organiser.page().locator("#status"))
        .hasText(organiser.text("desk.jury.invited.many", "count", jurors.size()));
  }

  private static int place(RoundBehindTheBrowser round, String title) {
    return round.ideas().indexOf(title);
  }

  /** The last idea is a friend's; the first one is marked while the line is down. */
  private static void marksWithCare(JurorInTheBrowser juror, RoundBehindTheBrowser round) {
    juror.person().page().reload();
    juror.isLeftWith(IDEAS, IDEAS);
    PageInTheBrowser.isFitForEverybody(juror.person());
    juror.person().page().getByText(round.ideas().getLast()).click();
    juror.reads();
    juror.recuses();
    juror.isLeftWith(IDEAS - 1, IDEAS - 1);
    juror.person().presses("jury.ballot.begin");
    marksWithoutALine(juror, worth(place(round, juror.reads())));
    juror.handsIn();
    assertThat(juror.person().page().locator("#no-others")).isVisible();
    for (int left = IDEAS - 2; left > 0; left--) {
      juror.goesOn();
      juror.marks(worth(place(round, juror.reads())));
      juror.tellsTheAuthor(COMMENT);
      juror.handsIn();
    }
    juror.person().presses("jury.submit.all");
    juror.person().sees(juror.person().text("jury.ballot.done"));
  }

  private static void marksWithoutALine(JurorInTheBrowser juror, List<Integer> marks) {
    PersonInTheBrowser person = juror.person();
    PageInTheBrowser.isFitForEverybody(person);
    person.context().setOffline(true);
    juror.marks(marks);
    juror.tellsTheAuthor(COMMENT);
    person.takesTheTimeItTakes();
    person.sees(person.text("jury.kept.later"));
    person.context().setOffline(false);
    person.page().reload();
    juror.reads();
    assertThat(person.page().locator("#f-comment")).hasValue(COMMENT);
    assertThat(person.page().locator(".criterion input:checked")).hasCount(marks.size());
    person.takesTheTimeItTakes();
    person.sees(person.text("jury.kept.draft"));
  }

  /** What the other one gave shows once one's own marks are in, and not before. */
  private static void marksTheSame(JurorInTheBrowser juror, RoundBehindTheBrowser round) {
    juror.person().page().reload();
    juror.person().presses("jury.ballot.begin");
    for (int left = IDEAS; left > 0; left--) {
      int idea = place(round, juror.reads());
      assertThat(juror.person().page().locator("#others")).isHidden();
      assertThat(juror.othersMarks()).hasCount(0);
      juror.marks(THE_SAME);
      juror.tellsTheAuthor(idea == 0 ? HARSH : "");
      juror.handsIn();
      if (idea != IDEAS - 1) {
        assertThat(juror.othersMarks()).hasCount(1 + 2 * CRITERIA);
        assertThat(juror.othersMarks().last()).hasText(worth(idea).getLast().toString());
      }
      if (left > 1) {
        juror.goesOn();
      }
    }
  }

  private static void isPreviewed(PersonInTheBrowser organiser, RoundBehindTheBrowser round) {
    organiser.opens(round.desk("jury"));
    organiser.page().reload();
    assertThat(organiser.page().locator("#behind")).hasText("1");
    organiser.page().locator("#only-behind").check();
    assertThat(organiser.page().locator("#jurors > li")).hasCount(1);
    PageInTheBrowser.isFitForEverybody(organiser);
    organiser.page().locator("#to-results").click();
    organiser.isAt("/desk/results/", "desk.results.title");
    organiser.sees(organiser.text("desk.results.state.NONE"));
    organiser.presses("desk.results.compute");
    assertThat(organiser.page().locator("#progress")).hasText(organiser.text("desk.results.done"));
    organiser.sees(organiser.text("desk.results.state.PREVIEW"));
    assertThat(organiser.page().locator("#awards-part")).isHidden();
    PageInTheBrowser.isFitForEverybody(organiser);
  }

  private static void isPublished(PersonInTheBrowser organiser, RoundBehindTheBrowser round) {
    organiser.page().reload();
    organiser.sees(organiser.text("desk.results.state.FROZEN"));
    Locator standings = organiser.page().locator("#standings tbody tr");
    assertThat(standings).hasCount(IDEAS - 1);
    assertThat(standings.first()).containsText(round.ideas().getFirst());
    assertThat(organiser.page().locator("#jurors .warn"))
        .hasText(organiser.text("desk.results.constant"));
    assertThat(organiser.page().locator("#scores svg")).hasCount(IDEAS - 1);
    assertThat(organiser.page().locator("#publish")).isDisabled();
    PageInTheBrowser.isFitForEverybody(organiser);
    withholdsTheHarshComment(organiser);
    swapsThePrizesAndBack(organiser);
    speaksForTheJury(organiser);
    organiser.presses("desk.results.letter.button");
    assertThat(organiser.page().locator("#letter")).containsText(round.ideas().getFirst());
    assertThat(organiser.page().locator("#letter")).not().containsText(HARSH);
    organiser.page().locator("#publish").click();
    Locator winners = organiser.page().locator("#publishing-awards ol > li");
    assertThat(winners).hasCount(2);
    assertThat(winners.first()).containsText(round.ideas().getFirst());
    assertThat(winners.first()).containsText(FIRST_PRIZE);
    PageInTheBrowser.isFitForEverybody(organiser);
    organiser.presses("desk.results.publish.button");
    assertThat(organiser.page().locator("#status"))
        .hasText(organiser.text("desk.results.published"));
    organiser.page().locator("#public").click();
    organiser.sees(round.ideas().getFirst());
  }

  private static void withholdsTheHarshComment(PersonInTheBrowser organiser) {
    organiser.page().locator("#standings button").first().click();
    organiser.sees(HARSH);
    PageInTheBrowser.isFitForEverybody(organiser);
    organiser.page().locator("#reviews li").filter(with(HARSH)).locator("button").click();
    organiser.page().locator("#withhold-form [type=submit]").click();
    assertThat(organiser.page().locator("#f-withheld")).isFocused();
    organiser.page().locator("#f-withheld").fill("Blessant.");
    organiser.page().locator("#withhold-form [type=submit]").click();
    assertThat(organiser.page().locator("#status"))
        .hasText(organiser.text("desk.results.withhold.done"));
    organiser.presses("desk.results.reading.back");
    assertThat(organiser.page().locator("#standings button").first()).isFocused();
  }

  private static Locator.FilterOptions with(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  /** Who gets which prize is a matter of the ranking too. */
  private static void swapsThePrizesAndBack(PersonInTheBrowser organiser) {
    Locator places = organiser.page().locator("#candidates select");
    Locator departs = organiser.page().locator("#departs");
    assertThat(departs).isHidden();
    places.nth(0).selectOption("2");
    places.nth(1).selectOption("1");
    assertThat(departs).isVisible();
    organiser.presses("desk.results.keep");
    organiser.sees(organiser.text("desk.results.awards.reason.missing"));
    places.nth(0).selectOption("");
    places.nth(1).selectOption("2");
    organiser.presses("desk.results.keep");
    organiser.sees(organiser.text("desk.results.awards.skipped", "number", 1));
    places.nth(0).selectOption("1");
    assertThat(departs).isHidden();
  }

  private static void speaksForTheJury(PersonInTheBrowser organiser) {
    organiser.page().locator("[id='f-statement.fr']").fill("Le jury salue un projet mûr.");
    organiser.page().locator("[id='f-statement.ar']").fill("تشيد اللجنة بمشروع ناضج.");
    organiser.presses("desk.results.keep");
    assertThat(organiser.page().locator("#status")).hasText(organiser.text("desk.results.kept"));
    assertThat(organiser.page().locator("#publish")).isEnabled();
  }

  private static void isToldToItsAuthor(BrowserWindow window, RoundBehindTheBrowser round) {
    try (PersonInTheBrowser author = Browser.person(window)) {
      author.opens(round.follow());
      author.sees(author.text("follow.results.WINNER"));
      author.sees(COMMENT);
      author.doesNotSee(HARSH);
      PageInTheBrowser.isFitForEverybody(author);
      author.page().getByText(author.text("follow.results.naming.yes")).click();
      author.sees(author.text("follow.results.naming.true"));
    }
  }

  private static void isRead(BrowserWindow window, RoundBehindTheBrowser round) {
    try (PersonInTheBrowser visitor = Browser.person(window)) {
      visitor.opens("/rounds/" + round.id() + "/");
      visitor.follows("results.see");
      visitor.sees(round.ideas().getFirst());
      assertThat(visitor.page().locator("main")).containsText(FIRST_PRIZE);
      visitor.sees("Association Tamount");
      visitor.sees(round.ideas().getLast());
      PageInTheBrowser.isFitForEverybody(visitor);
      visitor.page().getByText(round.ideas().getFirst()).first().click();
      visitor.sees(visitor.text("award.WINNER"));
      visitor.opens("/ideas/");
      visitor.sees(visitor.text("award.WINNER"));
    }
    assertThat(Running.anybody().get("/api/rounds/" + round.id() + "/results").body())
        .doesNotContain(HARSH);
  }

  /**
   * On a sheet of paper, in each language: nothing that only a screen needs, and nothing cut off.
   */
  private static void isPrinted(BrowserWindow window, RoundBehindTheBrowser round) {
    try (PersonInTheBrowser visitor = Browser.person(window)) {
      for (Language language : Language.values()) {
        Page page = visitor.page();
        page.navigate("/" + language.tag() + "/rounds/" + round.id() + "/results/");
        PageInTheBrowser.isFitForPaper(visitor);
        assertThat(page.locator("main")).containsText(round.ideas().getFirst());
        assertThat(page.locator("main"))
            .containsText(Messages.in(language).text("results.method.chance"));
      }
    }
  }
}
