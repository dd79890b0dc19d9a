package twiza.local;

import com.amazonaws.services.dynamodbv2.exceptions.AWSExceptionFactory;
import com.amazonaws.services.dynamodbv2.exceptions.AmazonServiceExceptionType;
import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemRequest;
import com.amazonaws.services.dynamodbv2.model.BatchGetItemResult;
import com.amazonaws.services.dynamodbv2.model.DeleteItemRequest;
import com.amazonaws.services.dynamodbv2.model.DeleteItemResult;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.GetItemRequest;
import com.amazonaws.services.dynamodbv2.model.GetItemResult;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.PutItemResult;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import com.amazonaws.services.dynamodbv2.model.ScanResult;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsResult;
import com.amazonaws.services.dynamodbv2.model.UpdateItemRequest;
import com.amazonaws.services.dynamodbv2.model.UpdateItemResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables, where a function of the template may do what its policies grant it, and nothing else:
 * what IAM would refuse in the cloud is refused here too.
 */
final class GuardedTables extends KeptTables {

  /** What a query asks of its partition key, which comes first. */
  private static final Pattern PARTITION = Pattern.compile("^\\s*\\w+\\s*=\\s*(:\\w+)");

  private static final Set<String> CHECKED =
      Set.of(
          "GetItem",
          "BatchGetItem",
          "Query",
          "Scan",
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "TransactWriteItems");

  private final Map<String, List<Grant>> grants = new ConcurrentHashMap<>();
  private final Map<String, String> partitions = new ConcurrentHashMap<>();

  GuardedTables(Path folder) {
    super(folder);
  }

  /**
   * Refuses a function what can't be checked here, and so no function may ask for.
   *
   * @param operation as the request's header names it
   */
  void mustBeChecked(String function, String operation) {
    if (!CHECKED.contains(operation)) {
      throw refused(function + " is not authorized to perform: dynamodb:" + operation);
    }
  }

  /** From now on requests that come in this function's name are held to them. */
  void grant(String function, List<Grant> granted) {
    grants.put(function, List.copyOf(granted));
  }

  /** One use of a table or an index. */
  private record Use(String action, String table, Map<String, AttributeValue> item) {

    static Stream<Use> of(TransactWriteItem item) {
      return Stream.of(
              Stream.ofNullable(item.getPut())
                  .map(it -> new Use("PutItem", it.getTableName(), it.getItem())),
              Stream.ofNullable(item.getUpdate())
                  .map(it -> new Use("UpdateItem", it.getTableName(), it.getKey())),
              Stream.ofNullable(item.getDelete())
                  .map(it -> new Use("DeleteItem", it.getTableName(), it.getKey())),
              Stream.ofNullable(item.getConditionCheck())
                  .map(it -> new Use("ConditionCheckItem", it.getTableName(), it.getKey())))
          .flatMap(it -> it);
    }
  }

  private void check(String caller, Stream<Use> uses) {
    if (grants.containsKey(caller)) {
      uses.collect(
              Collectors.groupingBy(
                  use -> List.of(use.action(), use.table()),
                  Collectors.mapping(this::key, Collectors.toSet())))
          .forEach((use, keys) -> check(caller, use.getFirst(), use.getLast(), keys));
    }
  }

  private String key(Use use) {
    return use.item().get(partition(use.table())).getS();
  }

  private String partition(String table) {
    return partitions.computeIfAbsent(
        table,
        name ->
            describeTable("", "", new DescribeTableRequest(name))
                .getTable()
                .getKeySchema()
                .getFirst()
                .getAttributeName());
  }

  private void check(String caller, String action, String resource, Set<String> keys) {
    List<Grant> granted = grants.get(caller);
    String arn = LocalNames.tableArn(resource);
    if (granted != null
        && granted.stream().noneMatch(it -> it.allows("dynamodb:" + action, arn, keys))) {
      throw refused(
          "%s is not authorized to perform: dynamodb:%s on resource: %s with the keys %s"
              .formatted(caller, action, arn, new TreeSet<>(keys)));
    }
  }

  private static DynamoDBLocalServiceException refused(String why) {
    return AWSExceptionFactory.buildAWSException(
        AmazonServiceExceptionType.ACCESS_DENIED_EXCEPTION, why);
  }

  @Override
  public GetItemResult getItem(String caller, String region, GetItemRequest request) {
    check(caller, Stream.of(new Use("GetItem", request.getTableName(), request.getKey())));
    return super.getItem(caller, region, request);
  }

  @Override
  public BatchGetItemResult batchGetItem(
      String caller, String region, BatchGetItemRequest request) {
    check(
        caller,
        request.getRequestItems().entrySet().stream()
            .flatMap(
                it ->
                    it.getValue().getKeys().stream()
                        .map(key -> new Use("BatchGetItem", it.getKey(), key))));
    return super.batchGetItem(caller, region, request);
  }

  @Override
  public QueryResult query(String caller, String region, QueryRequest request) {
    String index = request.getIndexName();
    check(
        caller,
        "Query",
        request.getTableName() + (index == null ? "" : "/index/" + index),
        asked(request));
    return super.query(caller, region, request);
  }

  private static Set<String> asked(QueryRequest request) {
    Matcher partition = PARTITION.matcher(request.getKeyConditionExpression());
    return partition.find()
        ? Set.of(request.getExpressionAttributeValues().get(partition.group(1)).getS())
        : Set.of("");
  }

  @Override
  public ScanResult scan(String caller, String region, ScanRequest request) {
    check(caller, "Scan", request.getTableName(), Set.of());
    return super.scan(caller, region, request);
  }

  @Override
  public PutItemResult putItem(String caller, String region, PutItemRequest request) {
    check(caller, Stream.of(new Use("PutItem", request.getTableName(), request.getItem())));
    return super.putItem(caller, region, request);
  }

  @Override
  public UpdateItemResult updateItem(String caller, String region, UpdateItemRequest request) {
    check(caller, Stream.of(new Use("UpdateItem", request.getTableName(), request.getKey())));
    return super.updateItem(caller, region, request);
  }

  @Override
  public DeleteItemResult deleteItem(String caller, String region, DeleteItemRequest request) {
    check(caller, Stream.of(new Use("DeleteItem", request.getTableName(), request.getKey())));
    return super.deleteItem(caller, region, request);
  }

  @Override
  public TransactWriteItemsResult transactWriteItems(
      String caller, String region, TransactWriteItemsRequest request) {
    check(caller, request.getTransactItems().stream().flatMap(Use::of));
    return super.transactWriteItems(caller, region, request);
  }
}
