package twiza.notification;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import twiza.jury.Work;
import twiza.settings.Aws;

/** The queue of juries on SQS. */
final class SqsWorkQueue implements WorkQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SqsWorkQueue.class);

  private final SqsClient client;
  private final String queueUrl;

  /**
   * @param environment names the queue as {@code TWIZA_JURY_QUEUE}
   */
  SqsWorkQueue(Map<String, String> environment) {
    this.client = Aws.configure(SqsClient.builder(), "SQS", environment).build();
    this.queueUrl = environment.get("TWIZA_JURY_QUEUE");
  }

  @Override
  public Set<Work> send(Collection<Work> work) {
    Set<Work> refused = new LinkedHashSet<>();
    for (Work each : work) {
      try {
        client.sendMessage(request -> request.queueUrl(queueUrl).messageBody(each.body()));
      } catch (SdkException e) {
        LOG.warn("the jury's queue did not take {}", each, e);
        refused.add(each);
      }
    }
    return refused;
  }

  /** Asks after the queue, so that a connection is made. */
  void rehearse() {
    client.getQueueAttributes(request -> request.queueUrl(queueUrl));
  }
}
