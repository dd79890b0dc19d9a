package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import twiza.acceptance.cloud.EmulatedCloud;

/** A whole deployment goes away by {@code sam delete}. */
@Tag("cloud-only")
class AStackIsDeletedTest {

  private static final List<List<String>> LISTS =
      List.of(
          List.of("dynamodb", "list-tables", "TableNames"),
          List.of("secretsmanager", "list-secrets", "SecretList[].Name"),
          List.of("ssm", "describe-parameters", "Parameters[].Name"),
          List.of("s3api", "list-buckets", "Buckets[].Name"),
          List.of("logs", "describe-log-groups", "logGroups[].logGroupName"),
          List.of("lambda", "list-functions", "Functions[].FunctionName"),
          List.of("scheduler", "list-schedules", "Schedules[].Name"),
          List.of("iam", "list-roles", "Roles[].RoleName"),
          List.of("sns", "list-topics", "Topics[].TopicArn"),
          List.of("cloudwatch", "describe-alarms", "MetricAlarms[].AlarmName"));

  private final EmulatedCloud cloud = EmulatedCloud.deployed();

  @Test
  void of_the_stage_dev_without_a_trace() {
    cloud.deployAnother("dev", "twiza-tried");
    assertThat(whatIsThere("twiza-tried")).hasSizeGreaterThan(LISTS.size());
    emptyBuckets("twiza-tried");
    EmulatedCloud.sam("delete", "--no-prompts", "--stack-name=twiza-tried");
    assertThat(whatIsThere("twiza-tried")).isEmpty();
  }

  @Test
  void of_the_stage_prod_but_for_what_nobody_could_make_again() {
    cloud.deployAnother("prod", "twiza-used");
    emptyBuckets("twiza-used");
    EmulatedCloud.sam("delete", "--no-prompts", "--stack-name=twiza-used");
    assertThat(whatIsThere("twiza-used"))
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).startsWith("twiza-used-Table-"),
            it -> assertThat(it).startsWith("twiza-used-Erasures-"),
            it -> assertThat(it).startsWith("twiza-used-IndexKey-"));
  }

  /** A bucket goes when nothing is in it; in that of the index something is after a minute. */
  private static void emptyBuckets(String stack) {
    EmulatedCloud.aws(
        "lambda",
        "put-function-concurrency",
        "--function-name=" + stack + "-index",
        "--reserved-concurrent-executions=0");
    whatIsThere(stack).stream()
        .filter(name -> name.contains("searchindex"))
        .forEach(bucket -> EmulatedCloud.aws("s3", "rm", "s3://" + bucket, "--recursive"));
  }

  private static List<String> whatIsThere(String stack) {
    return LISTS.stream()
        .map(it -> EmulatedCloud.aws(it.get(0), it.get(1), "--query=" + it.get(2), "--output=text"))
        .flatMap(names -> Stream.of(names.split("\\s+", -1)))
        .filter(name -> name.contains(stack))
        .toList();
  }
}
