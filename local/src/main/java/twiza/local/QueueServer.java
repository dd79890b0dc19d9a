package twiza.local;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ in this JVM, on the loopback interface. */
final class QueueServer implements AutoCloseable {
  private final SQSRestServer server;
  private final int port;

  private QueueServer(SQSRestServer server) {
    this.server = server;
    this.port = server.waitUntilStarted().localAddress().getPort();
  }

  static QueueServer start() {
    return new QueueServer(
        SQSRestServerBuilder.withInterface("localhost")
            .withDynamicPort()
            .withAWSRegion(Template.REGION)
            .withAWSAccountId(Template.ACCOUNT)
            .start());
  }

  URI endpoint() {
    return URI.create("http://localhost:" + port);
  }

  /** Makes the queues of the template, dead-letter queues before those that need them. */
  static void create(SqsClient client, Template template, Names names) {
    List<Resource> queues = template.resources("AWS::SQS::Queue");
    Predicate<Resource> redrives = it -> it.properties().containsKey("RedrivePolicy");
    queues.stream().filter(redrives.negate()).forEach(it -> create(client, template, names, it));
    queues.stream().filter(redrives).forEach(it -> create(client, template, names, it));
  }

  private static void create(SqsClient client, Template template, Names names, Resource queue) {
    Map<String, Object> properties = template.properties(queue, names);
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    for (QueueAttributeName name :
        List.of(
            QueueAttributeName.VISIBILITY_TIMEOUT,
            QueueAttributeName.MESSAGE_RETENTION_PERIOD,
            QueueAttributeName.DELAY_SECONDS)) {
      if (properties.containsKey(name.toString())) {
        attributes.put(name, Tree.text(properties.get(name.toString())));
      }
    }
    Map<String, Object> redrive = Tree.map(properties.get("RedrivePolicy"));
    if (!redrive.isEmpty()) {
      var policy = Json.object();
      redrive.forEach((name, value) -> policy.put(name, Tree.text(value)));
      attributes.put(QueueAttributeName.REDRIVE_POLICY, policy.toString());
    }
    client.createQueue(it -> it.queueName(LocalNames.name(queue)).attributes(attributes));
  }

  @Override
  public void close() {
    server.stopAndWait();
  }
}
