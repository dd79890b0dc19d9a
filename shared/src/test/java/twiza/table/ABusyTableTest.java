package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static twiza.idea.Samples.anIdea;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import twiza.access.Busy;
import twiza.idea.Ideas;
import twiza.idea.Samples.Sample;
import twiza.settings.TestKeys;

class ABusyTableTest {

  private static final LocalTable TABLE = LocalTable.create();

  @Test
  void keeps_an_idea_after_collisions_with_other_transactions() {
    Sample sample = anIdea();
    assertThat(failing(3, canceled("TransactionConflict")).submit(sample.submission()))
        .isEqualTo(new Ideas.Submission.Kept());
    assertThat(failing(0, canceled("None")).find(sample.id())).isPresent();
  }

  @Test
  void adds_a_credential_after_a_collision_with_a_transaction() {
    Sample sample = anIdea();
    failing(0, canceled("None")).submit(sample.submission());
    failing(2, TransactionConflictException.builder().build())
        .addCredential(sample.id(), "a later hash");
    assertThat(failing(0, canceled("None")).find(sample.id()).orElseThrow().author().orElseThrow())
        .extracting(author -> author.credentials().contains("a later hash"))
        .isEqualTo(true);
  }

  @Test
  void says_so_when_collisions_do_not_end() {
    TableIdeas ideas = failing(Integer.MAX_VALUE, canceled("TransactionConflict"));
    assertThatThrownBy(() -> ideas.submit(anIdea().submission())).isInstanceOf(Busy.class);
  }

  @Test
  void says_so_when_it_is_throttled() {
    DynamoDbException throttled =
        (DynamoDbException)
            ProvisionedThroughputExceededException.builder()
                .awsErrorDetails(
                    AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .build())
                .build();
    assertThatThrownBy(() -> failing(1, throttled).find("any")).isInstanceOf(Busy.class);
  }

  @Test
  void does_not_call_busy_what_will_never_work() {
    DynamoDbException invalid = canceled("ValidationError");
    assertThatThrownBy(() -> failing(1, invalid).submit(anIdea().submission())).isSameAs(invalid);
  }

  private static TableIdeas failing(int times, DynamoDbException with) {
    AtomicInteger left = new AtomicInteger(times);
    ExecutionInterceptor failure =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
            if (left.getAndDecrement() > 0) {
              throw with;
            }
          }
        };
    return new TableIdeas(TABLE.client(failure), TABLE.name(), TestKeys.fingerprints());
  }

  private static DynamoDbException canceled(String code) {
    return TransactionCanceledException.builder()
        .cancellationReasons(CancellationReason.builder().code(code).build())
        .build();
  }
}
