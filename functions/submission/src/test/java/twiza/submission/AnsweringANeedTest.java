package twiza.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.submission.AuthorsSide.idea;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.http.Requests;
import twiza.need.Need;
import twiza.need.NeedSamples;
import twiza.submission.AuthorsSide.Answer;

/** An author says which need of the territory an idea answers. */
class AnsweringANeedTest {

  private final AuthorsSide site = new AuthorsSide();

  private Need published() {
    return NeedSamples.kept(site.needs, NeedSamples.published(1, NeedSamples.water()));
  }

  private void closes(Need need) {
    NeedSamples.kept(site.needs, need.change(need.said(), false, NeedSamples.by(2)).orElseThrow());
  }

  private Answer submits(String need) {
    Map<String, Object> body = idea("answers@example.org");
    body.put("answersNeed", need);
    return site.submit(body);
  }

  @Test
  void itStandsInTheTextOfTheIdea() {
    Need need = published();
    Answer submitted = submits(need.id());
    assertThat(submitted.status()).isEqualTo(201);
    assertThat(site.dossier(submitted).latest().orElseThrow().sheet().details().answersNeed())
        .isEqualTo(need.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "01JTWZNEED0000000000000009", "<script>alert(1)</script>"})
  void oneThatThereIsNotIsRefused(String need) {
    Answer answer = submits(need);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.fault("answersNeed")).isEqualTo("UNKNOWN_NEED");
  }

  @Test
  void oneThatIsClosedIsRefusedUnlessItWasNamedBefore() {
    Need need = published();
    Answer submitted = submits(need.id());
    closes(need);
    assertThat(submits(need.id()).fault("answersNeed")).isEqualTo("UNKNOWN_NEED");
    Map<String, Object> correction = AuthorsSide.sheet("Une idée plus claire que la première");
    correction.putAll(Map.of("basedOn", 1, "answersNeed", need.id()));
    Answer corrected =
        site.say(
            Requests.put("/api/my/idea")
                .header("authorization", "Bearer " + AuthorsSide.token(submitted))
                .json(correction));
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
  }
}
