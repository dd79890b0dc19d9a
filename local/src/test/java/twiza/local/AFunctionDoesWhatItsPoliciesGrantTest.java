package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** It reads notes and drafts, keeps notes, and looks for drafts in the index. */
class AFunctionDoesWhatItsPoliciesGrantTest {

  private static final String TABLE = Template.STACK + "-Table";

  @TempDir private static Path folder;
  private static TableServer server;
  private static DynamoDbClient function;
  private static DynamoDbClient anybody;

  @BeforeAll
  static void start() throws Exception {
    server = TableServer.start(folder);
    anybody = Aws.tables(server.endpoint());
    Map<String, Object> document = TemplateFile.read(NotesSystem.TEMPLATE);
    Template template = new Template(document, Map.of());
    Names names = new LocalNames(template, "http://localhost", folder);
    new Tables(anybody).create(template, names);
    function = Aws.tables(server.endpoint(definition()));
  }

  private static FunctionDefinition definition() {
    List<Object> statements =
        List.of(
            statement(List.of("dynamodb:GetItem", "dynamodb:BatchGetItem"), TABLE, "NOTE#*"),
            statement(List.of("dynamodb:BatchGetItem"), TABLE, "DRAFT#*"),
            statement(List.of("dynamodb:PutItem", "dynamodb:Query"), TABLE, "NOTE#*"),
            statement(List.of("dynamodb:Query"), TABLE + "/index/GSI1", "DRAFT#*"));
    return new FunctionDefinition(
        "Notes",
        "twiza.Notes",
        Map.of(),
        Duration.ofSeconds(1),
        128,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Grant.in(List.of(Map.of("Statement", statements))),
        Optional.empty());
  }

  private static Map<String, Object> statement(List<String> actions, String table, String keys) {
    return Map.of(
        "Effect",
        "Allow",
        "Action",
        actions,
        "Resource",
        LocalNames.tableArn(table),
        "Condition",
        Map.of("ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", List.of(keys))));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, AttributeValue> key(String partition) {
    return Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS("IT"));
  }

  private static void isRefused(Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
  }

  private static void isDone(Runnable request) {
    assertThatCode(request::run).doesNotThrowAnyException();
  }

  @Test
  void whatIsGrantedIsDone() {
    isDone(() -> function.putItem(it -> it.tableName(TABLE).item(key("NOTE#1"))));
    isDone(() -> function.getItem(it -> it.tableName(TABLE).key(key("NOTE#1"))));
    isDone(() -> query(function, "NOTE#1"));
    isDone(() -> read("NOTE#1", "NOTE#2"));
    isDone(() -> read("DRAFT#1"));
    isDone(() -> queryIndex(function, "DRAFT#1"));
  }

  @Test
  void anotherKeyIsRefused() {
    isRefused(() -> function.putItem(it -> it.tableName(TABLE).item(key("DRAFT#1"))));
    isRefused(() -> function.getItem(it -> it.tableName(TABLE).key(key("NOTES#1"))));
    isRefused(() -> query(function, "DRAFT#1"));
    isRefused(() -> queryIndex(function, "NOTE#1"));
  }

  @Test
  void anotherActionIsRefused() {
    isRefused(() -> function.deleteItem(it -> it.tableName(TABLE).key(key("NOTE#1"))));
    isRefused(
        () ->
            function.updateItem(
                it -> it.tableName(TABLE).key(key("NOTE#1")).updateExpression("REMOVE words")));
    isRefused(() -> function.scan(it -> it.tableName(TABLE)));
  }

  @Test
  void whatCannotBeCheckedIsRefused() {
    String asked = "SELECT * FROM \"%s\" WHERE PK = 'NOTE#1'".formatted(TABLE);
    isRefused(() -> function.executeStatement(it -> it.statement(asked)));
    isDone(() -> anybody.executeStatement(it -> it.statement(asked)));
  }

  @Test
  void keysThatNoStatementAllowsTogetherAreRefusedTogether() {
    isRefused(() -> read("NOTE#1", "DRAFT#1"));
  }

  @Test
  void aTransactionNeedsWhatEachOfItsPartsNeeds() {
    TransactWriteItem put =
        TransactWriteItem.builder().put(it -> it.tableName(TABLE).item(key("NOTE#2"))).build();
    TransactWriteItem check =
        TransactWriteItem.builder()
            .conditionCheck(
                it ->
                    it.tableName(TABLE)
                        .key(key("NOTE#3"))
                        .conditionExpression("attribute_not_exists(PK)"))
            .build();
    isDone(() -> function.transactWriteItems(it -> it.transactItems(put)));
    isRefused(() -> function.transactWriteItems(it -> it.transactItems(put, check)));
  }

  @Test
  void whoeverIsNoFunctionMayDoEverything() {
    isDone(() -> anybody.putItem(it -> it.tableName(TABLE).item(key("DRAFT#1"))));
    isDone(() -> anybody.scan(it -> it.tableName(TABLE)));
  }

  private static void query(DynamoDbClient client, String partition) {
    client.query(
        it ->
            it.tableName(TABLE)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))));
  }

  private static void queryIndex(DynamoDbClient client, String partition) {
    client.query(
        it ->
            it.tableName(TABLE)
                .indexName("GSI1")
                .keyConditionExpression("GSI1PK = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))));
  }

  private static void read(String... partitions) {
    function.batchGetItem(
        it ->
            it.requestItems(
                Map.of(
                    TABLE,
                    KeysAndAttributes.builder()
                        .keys(
                            Arrays.stream(partitions)
                                .map(AFunctionDoesWhatItsPoliciesGrantTest::key)
                                .toList())
                        .build())));
  }
}
