package twiza.table;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Counts the requests that a client sends, attempt by attempt, and adds up the capacity units that
 * they consume. Requests that no access path should make, such as a scan, are refused.
 */
public final class Meter implements ExecutionInterceptor {

  private final AtomicInteger requests = new AtomicInteger();
  private final DoubleAdder units = new DoubleAdder();

  /**
   * What something cost.
   *
   * @param units of read or write capacity
   */
  public record Cost(int requests, double units) {}

  /** What it costs to do something. */
  public Cost of(Runnable action) {
    requests.set(0);
    units.reset();
    action.run();
    return new Cost(requests.get(), units.sum());
  }

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case BatchGetItemRequest batch -> batch.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(total).build();
      case UpdateItemRequest update -> update.toBuilder().returnConsumedCapacity(total).build();
      case TransactWriteItemsRequest transaction ->
          transaction.toBuilder().returnConsumedCapacity(total).build();
      default -> throw new IllegalStateException("No access path makes a " + context.request());
    };
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes executionAttributes) {
    requests.incrementAndGet();
  }

  @Override
  public void afterUnmarshalling(
      Context.AfterUnmarshalling context, ExecutionAttributes executionAttributes) {
    consumed(context.response()).forEach(capacity -> units.add(capacity.capacityUnits()));
  }

  private static Stream<ConsumedCapacity> consumed(SdkResponse response) {
    return switch (response) {
      case GetItemResponse get -> Stream.of(get.consumedCapacity());
      case BatchGetItemResponse batch -> batch.consumedCapacity().stream();
      case QueryResponse query -> Stream.of(query.consumedCapacity());
      case PutItemResponse put -> Stream.of(put.consumedCapacity());
      case UpdateItemResponse update -> Stream.of(update.consumedCapacity());
      case TransactWriteItemsResponse transaction -> transaction.consumedCapacity().stream();
      default -> List.<ConsumedCapacity>of().stream();
    };
  }
}
