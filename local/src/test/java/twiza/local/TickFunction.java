package twiza.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.InstantSource;
import java.util.Map;

/** Says its word and the time by mail, and answers them. */
public final class TickFunction
    implements RequestHandler<Map<String, Object>, Map<String, String>> {
  private final Map<String, String> environment;
  private final InstantSource clock;

  public TickFunction(Map<String, String> environment, InstantSource clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Map<String, String> handleRequest(Map<String, Object> event, Context context) {
    String word = String.valueOf(event.get("say"));
    if (word.equals("fail")) {
      throw new IllegalStateException("as asked");
    }
    String said = word + " " + clock.instant();
    try (var queues = new Services(environment).queues()) {
      queues.sendMessage(it -> it.queueUrl(environment.get("QUEUE")).messageBody(said));
    }
    return Map.of("said", said);
  }
}
