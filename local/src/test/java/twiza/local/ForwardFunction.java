package twiza.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Sends each change's text to the queue; throws for "poison", reports "unlucky" as failed. */
public final class ForwardFunction implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
  private final Map<String, String> environment;
  private final Services services;

  public ForwardFunction(Map<String, String> environment, InstantSource clock) {
    this.environment = environment;
    this.services = new Services(environment);
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    List<String> texts =
        event.getRecords().stream()
            .map(it -> it.getDynamodb().getNewImage().get("text").getS())
            .toList();
    if (texts.contains("poison")) {
      throw new IllegalStateException("a poisoned batch");
    }
    try (var queues = services.queues()) {
      for (int i = 0; i < texts.size(); i++) {
        String text = texts.get(i);
        if (text.equals("unlucky")) {
          return failedAt(event.getRecords().get(i).getDynamodb().getSequenceNumber());
        }
        queues.sendMessage(it -> it.queueUrl(environment.get("QUEUE")).messageBody(text));
      }
    }
    return new StreamsEventResponse(List.of());
  }

  private static StreamsEventResponse failedAt(String sequence) {
    return new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure(sequence)));
  }
}
