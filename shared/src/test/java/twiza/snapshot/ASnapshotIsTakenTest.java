package twiza.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.SignedLinks.Link;
import twiza.access.SignedLinks.Reading;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.ParameterServices;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.TestKeys;
import twiza.table.DynamoDb;
import twiza.table.LocalTable;
import twiza.table.TableIdeas;

class ASnapshotIsTakenTest {

  @BeforeAll
  static void credentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  /** Writes down what happens to it. */
  private static final class Diary implements Primed {

    private final List<String> entries = new ArrayList<>();

    @Override
    public void prime() {
      entries.add("primed");
    }

    @Override
    public void renew() {
      entries.add("renewed");
    }
  }

  @Test
  void a_function_is_primed_before_and_renewed_after_each_restore() throws Exception {
    Diary function = new Diary();
    Checkpoint checkpoint = Checkpoint.of(function);
    assertThat(function.entries).containsExactly("primed");
    checkpoint.restore();
    assertThat(function.entries).containsExactly("primed", "renewed");
  }

  @Test
  void a_function_that_cannot_be_primed_starts_all_the_same() throws Exception {
    Checkpoint.of(
            () -> {
              throw new IllegalStateException("no table");
            })
        .restore();
    assertThat(Snapshot.isBeingTaken()).isFalse();
  }

  @Test
  void no_key_and_no_setting_can_be_read_meanwhile() throws Exception {
    try (ParameterServices services = new ParameterServices("{\"siteUrl\":\"\"}")) {
      Map<String, String> environment = services.environment();
      IndexKey key = IndexKey.of(new Secrets(environment), environment);
      ParameterSettings settings = new ParameterSettings(environment, InstantSource.system());
      Checkpoint careless = Checkpoint.of(() -> key.of("email", settings.get().siteUrl()));
      Checkpoint.of(() -> key.of("email", "fatima@example.org"));
      assertThat(services.calls()).isEmpty();
      careless.restore();
      assertThat(key.of("email", settings.get().siteUrl())).isNotEmpty();
      assertThat(services.calls()).hasSize(2);
    }
  }

  @Test
  void nothing_can_be_written_meanwhile() throws Exception {
    try (LocalTable table = LocalTable.create()) {
      Ideas ideas =
          new TableIdeas(
              DynamoDb.client(table.environment()),
              table.environment().get("TWIZA_TABLE"),
              TestKeys.fingerprints());
      Checkpoint careless = Checkpoint.of(() -> Journey.begins(ideas, Samples.anIdea()));
      assertThat(table.everything()).isEmpty();
      careless.restore();
      Journey.begins(ideas, Samples.anIdea());
      assertThat(table.everything()).isNotEmpty();
    }
  }

  @Test
  void the_secrets_of_a_rehearsal_open_nothing_afterwards() throws Exception {
    JwsLinks nobodys =
        JwsLinks.of(Secrets.nobodys(), Map.of("TWIZA_LINK_KEY", "none"), InstantSource.system());
    Instant now = Instant.now();
    String link = nobodys.sign(new Link.Decide("none", "none", 1), now.plusSeconds(60));
    assertThat(nobodys.read(link, now)).isInstanceOf(Reading.Valid.class);
    assertThat(TestKeys.links().read(link, now)).isInstanceOf(Reading.Invalid.class);
  }

  @Test
  void no_connection_outlives_it() throws Exception {
    List<String> connections = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          connections.add(
              exchange.getRemoteAddress().getPort()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Connection"));
          exchange.getRequestBody().readAllBytes();
          byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    DynamoDbClient client =
        DynamoDb.client(
            Map.of(
                "AWS_REGION",
                "eu-west-3",
                "AWS_ENDPOINT_URL_DYNAMODB",
                "http://localhost:" + server.getAddress().getPort()));
    Checkpoint.of(() -> client.getItem(get -> get.tableName("twiza").key(Map.of()))).restore();
    client.getItem(get -> get.tableName("twiza").key(Map.of()));
    client.getItem(get -> get.tableName("twiza").key(Map.of()));
    server.stop(0);
    assertThat(connections.getFirst()).endsWith(" close");
    assertThat(connections.get(1)).endsWith(" keep-alive").isEqualTo(connections.get(2));
    assertThat(connections.getFirst().split(" ", -1)[0])
        .isNotEqualTo(connections.get(1).split(" ", -1)[0]);
  }
}
