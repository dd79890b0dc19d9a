package twiza.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function of the template with what calls it.
 *
 * @param handler the name of the handler's class
 * @param memory in MB
 * @param grants what its policies let it do with tables
 * @param failureQueue the ARN of the queue that takes asynchronous calls that failed
 */
record FunctionDefinition(
    String id,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    int memory,
    List<Route> routes,
    List<StreamSource> streams,
    List<QueueSource> queues,
    List<ScheduleSource> schedules,
    List<Grant> grants,
    Optional<String> failureQueue) {

  /**
   * A table's stream that calls a function.
   *
   * @param filters an event passes when one of them matches; all pass when there is none
   * @param failureQueue the ARN of the queue that takes what kept failing
   */
  record StreamSource(
      String streamArn,
      int batchSize,
      boolean bisects,
      int retries,
      List<EventPattern> filters,
      Optional<String> failureQueue) {}

  /**
   * A queue that calls a function.
   *
   * @param concurrency how many calls may run at once
   */
  record QueueSource(String queueArn, int batchSize, int concurrency) {}

  /**
   * A schedule that calls a function.
   *
   * @param input the event, or empty for what the scheduler sends by itself
   */
  record ScheduleSource(String name, ScheduleExpression expression, Optional<String> input) {}
}
