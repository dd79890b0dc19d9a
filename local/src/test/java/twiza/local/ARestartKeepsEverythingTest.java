package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ARestartKeepsEverythingTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void tableMailsSecretsAndClock() throws Exception {
    String key;
    Instant moved;
    try (RunningSystem system = LocalRunner.start(NotesSystem.in(folder))) {
      Visitor visitor = new Visitor(system);
      visitor.post("/api/notes", "kept");
      system.mailbox().await(it -> it.subject().equals("kept"), PATIENCE);
      key = visitor.get("/api/notes/key").body();
      system.clock().advance(Duration.ofDays(3));
      moved = system.clock().instant();
    }
    try (RunningSystem system = LocalRunner.start(NotesSystem.in(folder))) {
      Visitor visitor = new Visitor(system);
      assertThat(visitor.get("/api/notes/all").body()).isEqualTo("kept");
      assertThat(visitor.get("/api/notes/key").body()).isEqualTo(key);
      assertThat(system.mailbox().to("reader@example.org")).isNotEmpty();
      assertThat(system.clock().instant()).isAfter(moved);
    }
  }

  @Test
  void aChangeThatNobodyHadTakenIsDelivered() throws Exception {
    try (TableServer server = TableServer.start(folder.resolve(".twiza/dynamodb"));
        var tables = Aws.tables(server.endpoint())) {
      Template template = new Template(TemplateFile.read(NotesSystem.TEMPLATE), Map.of());
      new Tables(tables).create(template, new LocalNames(template, "http://localhost", folder));
      tables.putItem(
          it ->
              it.tableName("twiza-Table")
                  .item(
                      Map.of(
                          "PK", AttributeValue.fromS("NOTE#1"),
                          "SK", AttributeValue.fromS("EVENT#0"),
                          "text", AttributeValue.fromS("written just before the end"))));
    }
    try (RunningSystem system = LocalRunner.start(NotesSystem.in(folder))) {
      system.mailbox().await(it -> it.subject().equals("written just before the end"), PATIENCE);
    }
  }
}
