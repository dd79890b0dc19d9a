package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.titled;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import twiza.idea.Ideas;
import twiza.idea.Samples.Sample;
import twiza.idea.State;
import twiza.settings.TestKeys;

class SendingAnIdeaTest {

  private static final LocalTable TABLE = LocalTable.create();

  private final TableIdeas ideas =
      new TableIdeas(TABLE.client(), TABLE.name(), TestKeys.fingerprints());

  @Test
  void again_under_the_same_key_answers_with_the_first_one() {
    Sample first = anIdea();
    ideas.submit(first.submission());
    Sample again = anIdea().sentUnder(first.key());
    assertThat(ideas.submit(again.submission()))
        .isEqualTo(
            new Ideas.Submission.Repeated(first.id(), first.trackingCode(), State.UNCONFIRMED));
    assertThat(ideas.find(again.id())).isEmpty();
    assertThat(ideas.track(again.trackingCode())).isEmpty();
  }

  @Test
  void with_another_text_under_the_same_key_is_refused() {
    Sample first = anIdea();
    ideas.submit(first.submission());
    Sample other = anIdea().sentUnder(first.key()).saying(titled("Four à pain"));
    assertThat(ideas.submit(other.submission())).isEqualTo(new Ideas.Submission.KeyReused());
  }

  @Test
  void under_a_key_that_has_expired_is_new_though_nothing_cleaned_it_away() {
    Sample first = anIdea();
    ideas.submit(first.submission());
    Sample lastMoment =
        anIdea().sentUnder(first.key()).sentAt(first.at().plus(Duration.ofDays(1)).minusSeconds(1));
    assertThat(ideas.submit(lastMoment.submission())).isInstanceOf(Ideas.Submission.Repeated.class);
    Sample nextDay = anIdea().sentUnder(first.key()).sentAt(first.at().plus(Duration.ofDays(1)));
    assertThat(ideas.submit(nextDay.submission())).isEqualTo(new Ideas.Submission.Kept());
  }

  @Test
  void with_a_tracking_code_or_an_id_that_is_taken_keeps_nothing() {
    Sample first = anIdea();
    ideas.submit(first.submission());
    Sample other = anIdea();
    Sample sameCode = withIdAndCode(other, other.id(), first.trackingCode());
    Sample sameId = withIdAndCode(other, first.id(), other.trackingCode());
    assertThat(ideas.submit(sameCode.submission())).isEqualTo(new Ideas.Submission.Taken());
    assertThat(ideas.submit(sameId.submission())).isEqualTo(new Ideas.Submission.Taken());
    assertThat(ideas.find(other.id())).isEmpty();
    assertThat(ideas.submit(other.submission())).isEqualTo(new Ideas.Submission.Kept());
  }

  @Test
  void eight_times_at_once_keeps_it_once() throws Exception {
    Sample first = anIdea();
    List<Callable<Ideas.Submission>> attempts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Sample attempt = anIdea().sentUnder(first.key());
      attempts.add(() -> ideas.submit(attempt.submission()));
    }
    List<Ideas.Submission> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Ideas.Submission> answer : threads.invokeAll(attempts)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn(Ideas.Submission.Kept.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Ideas.Submission.Repeated.class::isInstance).hasSize(7);
  }

  private static Sample withIdAndCode(Sample s, String id, String code) {
    return new Sample(
        id, code, s.sheet(), s.author(), s.presentation(), s.flags(), s.at(), s.key(), s.source());
  }
}
