package twiza.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twiza.place.Language;

class MessagesOfScriptsTest {

  private static final Pattern KEY =
      Pattern.compile("(?:text\\(|write\\([^\"]*?, )\"([a-zA-Z]+(?:\\.\\w+)+)\"");
  private static final Pattern SENTENCES = Pattern.compile("<script defer src=\"(.*?)\"");

  @ParameterizedTest
  @CsvSource({
    "submit, submit.js",
    "submit, steps.js",
    "submit, similar.js",
    "enter, similar.js",
    "decide, similar.js",
    "idea on the desk, similar.js",
    "receipt to be filled, receipt.js",
    "confirm, confirm.js",
    "link, link.js",
    "follow, follow.js",
    "idea, report.js",
    "idea, ask.js",
    "interest, interest.js",
    "interest, progress.js",
    "follow, uptake.js",
    "follow, progress.js",
    "interests on the desk, desk-interests.js",
    "interests on the desk, progress.js",
    "interests on the desk, desk.js",
    "rounds, countdown.js",
    "round OPEN, countdown.js",
    "submit, countdown.js",
    "submit for round OPEN, submit.js",
    "submit for round JUDGING, countdown.js",
    "decide, decide.js",
    "decide, deciding.js",
    "jury, jury.js",
    "jury, paper.js",
    "jury, countdown.js",
    "sign-in, sign-in.js",
    "queue, queue.js",
    "queue, desk.js",
    "calls, calls.js",
    "calls, desk.js",
    "idea on the desk, desk-idea.js",
    "idea on the desk, deciding.js",
    "idea on the desk, desk.js",
    "enter, enter.js",
    "enter, desk.js",
    "import, import.js",
    "import, desk.js",
    "staff, staff.js",
    "staff, desk.js",
    "audit, audit.js",
    "audit, desk.js",
    "region, desk-region.js",
    "region, desk.js",
    "needs on the desk, desk-needs.js",
    "needs on the desk, desk.js",
    "submit, answering.js",
    "submit for a need, answering.js",
    "submit for a need, submit.js",
    "decide, sheet.js",
    "follow, sheet.js",
    "follow, answering.js",
    "jury, sheet.js",
    "room, sheet.js",
    "idea on the desk, sheet.js",
    "enter, answering.js",
    "board, board.js",
    "board, desk.js",
    "guide, desk-guide.js",
    "guide, desk.js",
    "rounds on the desk, desk-rounds.js",
    "rounds on the desk, desk.js",
    "round on the desk, desk-round.js",
    "round on the desk, chart.js",
    "round on the desk, countdown.js",
    "round on the desk, desk.js",
    "jury on the desk, desk-jury.js",
    "jury on the desk, desk.js",
    "results on the desk, desk-results.js",
    "results on the desk, awards.js",
    "results on the desk, reviews.js",
    "results on the desk, desk.js",
    "room, room.js",
    "room, desk.js",
    "poster, poster.js",
    "poster, desk.js",
    "me, me.js",
    "me, desk.js"
  })
  void a_page_carries_every_sentence_that_its_script_speaks(String page, String script)
      throws Exception {
    Matcher sentences = SENTENCES.matcher(Samples.everyPage(Language.AR).get(page));
    assertThat(sentences.find()).isTrue();
    String said = Samples.PAGES.assets().contents().get(sentences.group(1));
    JsonNode messages =
        new ObjectMapper().readTree(said.substring(said.indexOf('{'))).get("messages");
    assertThat(keys(script)).allMatch(key -> messages.has(key) || messages.has(key + ".other"));
    assertThat(messages.has("js.failed")).isTrue();
    assertThat(messages.has("error.UNAUTHORIZED.title")).isTrue();
    assertThat(messages.has("format.money")).isTrue();
  }

  private static Set<String> keys(String script) {
    Assets assets = Samples.PAGES.assets();
    return KEY.matcher(assets.contents().get(assets.address(script)))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
