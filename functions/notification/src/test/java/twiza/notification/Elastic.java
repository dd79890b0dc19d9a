package twiza.notification;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import twiza.settings.Aws;
import twiza.settings.OtherAws;

/** A queue that speaks SQS, in this JVM or on {@link OtherAws}. */
final class Elastic implements AutoCloseable {

  private final Optional<SQSRestServer> server =
      OtherAws.endpoint().isPresent()
          ? Optional.empty()
          : Optional.of(SQSRestServerBuilder.withInterface("localhost").withDynamicPort().start());
  private final String endpoint =
      server.map(Elastic::address).or(OtherAws::endpoint).orElseThrow().toString();
  private final SqsClient client;
  private final String queue;
  private final String juries;

  Elastic() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    client =
        Aws.configure(
                SqsClient.builder(),
                "SQS",
                Map.of("AWS_REGION", "eu-west-3", "AWS_ENDPOINT_URL_SQS", endpoint))
            .build();
    queue = create("mail");
    juries = create("jury");
  }

  private String create(String kind) {
    String name = kind + "-" + UUID.randomUUID();
    return client.createQueue(create -> create.queueName(name)).queueUrl();
  }

  private static URI address(SQSRestServer server) {
    return URI.create("http://localhost:" + server.waitUntilStarted().localAddress().getPort());
  }

  Map<String, String> environment() {
    return Map.of(
        "AWS_REGION",
        "eu-west-3",
        "AWS_ENDPOINT_URL_SQS",
        endpoint,
        "TWIZA_MAIL_QUEUE",
        queue,
        "TWIZA_JURY_QUEUE",
        juries);
  }

  /** What can be received now, ten at most; it stays in the queue. */
  List<Message> receive() {
    return receive(queue);
  }

  /** The same of what has to be done for juries. */
  List<Message> receiveWork() {
    return receive(juries);
  }

  private List<Message> receive(String from) {
    return client
        .receiveMessage(
            receive ->
                receive
                    .queueUrl(from)
                    .maxNumberOfMessages(10)
                    .visibilityTimeout(600)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  @Override
  public void close() {
    server.ifPresent(SQSRestServer::stopAndWait);
  }
}
