package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import twiza.watch.Measure;

/** What holds for every function, queue, table and bucket of the template, new ones included. */
class TheTemplateKeepsItsPolicyTest {

  /** Everything that may end in a star, each with its reason. */
  private static final Set<String> WILDCARDS =
      Set.of(
          // The sender is a setting: which identity and configuration set it has is not known here.
          "arn:aws:ses:eu-west-3:000000000000:*",
          // The site's bucket holds nothing but the site.
          "SiteBucket.Arn/*",
          // Nor that of the index anything but the index.
          "SearchIndex.Arn/*");

  /** The line that Lambda writes at the end of a run, as its documentation shows it. */
  private static final String PLAIN_REPORT =
      "REPORT RequestId: 3f1d9a4e-0000-0000-0000-000000000000\tDuration: 162.20 ms\t"
          + "Billed Duration: 163 ms\tMemory Size: 1024 MB\tMax Memory Used: 171 MB\t";

  /** The same of the first run after a snapshot was restored. */
  private static final String REPORT =
      PLAIN_REPORT + "Restore Duration: 568.71 ms\tBilled Restore Duration: 73 ms\t";

  private static final Names NAMES =
      new Names() {
        @Override
        public String ref(Resource resource) {
          return resource.id();
        }

        @Override
        public String attribute(Resource resource, String attribute) {
          return resource.id() + "." + attribute;
        }
      };

  private final Template template =
      new Template(TemplateFile.read(Path.of("../template.yaml")), Map.of("Stage", "prod"));

  private Map<String, Map<String, Object>> all(String type) {
    return template.resources(type).stream()
        .collect(Collectors.toMap(Resource::id, it -> template.properties(it, NAMES)));
  }

  private Map<String, Map<String, Object>> functions() {
    return all("AWS::Serverless::Function");
  }

  private static Map<String, Object> map(Map<String, Object> properties, String... path) {
    Map<String, Object> inner = properties;
    for (String name : path) {
      inner = Tree.map(inner.get(name));
    }
    return inner;
  }

  private static Stream<Map<String, Object>> maps(Object list) {
    return Tree.list(list).stream().map(Tree::map);
  }

  private static List<String> texts(Object oneOrMore) {
    return oneOrMore instanceof List<?> list
        ? Tree.list(list).stream().map(Tree::text).toList()
        : List.of(Tree.text(oneOrMore));
  }

  private static Stream<Map<String, Object>> events(Map<String, Object> function, String type) {
    return map(function, "Events").values().stream()
        .map(Tree::map)
        .filter(event -> type.equals(event.get("Type")))
        .map(event -> Tree.map(event.get("Properties")));
  }

  private Stream<Map<String, Object>> allowed() {
    Stream<Map<String, Object>> ofFunctions =
        functions().values().stream()
            .flatMap(function -> maps(function.get("Policies")))
            .flatMap(policy -> maps(policy.get("Statement")));
    Stream<Map<String, Object>> ofBuckets =
        all("AWS::S3::BucketPolicy").values().stream()
            .flatMap(policy -> maps(map(policy, "PolicyDocument").get("Statement")));
    return Stream.concat(ofFunctions, ofBuckets)
        .filter(statement -> statement.get("Effect").equals("Allow"));
  }

  @Test
  void nothingIsAllowedByAStarButWhatIsOnTheList() {
    Set<String> stars = new HashSet<>();
    allowed()
        .flatMap(it -> Stream.of("Action", "NotAction", "Resource", "NotResource").map(it::get))
        .filter(it -> it != null)
        .flatMap(it -> texts(it).stream())
        .filter(it -> it.contains("*"))
        .forEach(stars::add);
    assertThat(stars).isEqualTo(WILDCARDS);
  }

  @Test
  void everyAccessToTheTableNamesItsKeys() {
    assertThat(allowed())
        .filteredOn(it -> texts(it.get("Resource")).stream().anyMatch(r -> r.startsWith("Table.")))
        .hasSizeGreaterThan(7)
        .allSatisfy(
            it ->
                assertThat(map(it, "Condition", "ForAllValues:StringLike"))
                    .containsKey("dynamodb:LeadingKeys"));
  }

  @Test
  void everyFunctionIsCalledByItsAlias() {
    assertThat(template.functionGlobals()).containsEntry("AutoPublishAlias", "live");
    assertThat(Tree.map(template.functionGlobals().get("SnapStart")))
        .containsEntry("ApplyOn", "PublishedVersions");
    assertThat(functions().values())
        .allSatisfy(it -> assertThat(it).doesNotContainKeys("AutoPublishAlias", "SnapStart"));
    // Routes, schedules, streams and queues are events of functions: SAM leads those to the alias.
    for (String type :
        List.of(
            "AWS::Scheduler::Schedule",
            "AWS::Events::Rule",
            "AWS::Lambda::EventSourceMapping",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Integration",
            "AWS::Lambda::Permission")) {
      assertThat(template.resources(type)).as(type).isEmpty();
    }
  }

  @Test
  void whatNobodyWaitsForGoesSomewhereWhenItFails() {
    Map<String, Set<String>> kept = new HashMap<>();
    functions()
        .forEach(
            (id, function) -> {
              Object failed = onFailure(map(function, "EventInvokeConfig"));
              for (String type : List.of("ScheduleV2", "EventBridgeRule")) {
                events(function, type)
                    .flatMap(it -> Stream.of(map(it, "DeadLetterConfig").get("Arn"), failed))
                    .forEach(it -> keep(kept, id, it));
              }
              events(function, "DynamoDB").forEach(it -> keep(kept, id, onFailure(it)));
              events(function, "SQS").forEach(it -> keep(kept, id, deadLetters(it)));
            });
    assertThat(kept).hasSizeGreaterThan(5);
    assertThat(kept.values())
        .allSatisfy(queues -> assertThat(watchedForMessages()).containsAll(queues));
  }

  private static void keep(Map<String, Set<String>> kept, String function, Object queue) {
    kept.computeIfAbsent(function, _ -> new TreeSet<>())
        .add(String.valueOf(queue).replace(".Arn", ""));
  }

  private Object deadLetters(Map<String, Object> event) {
    return map(queue(event), "RedrivePolicy").get("deadLetterTargetArn");
  }

  private Map<String, Object> queue(Map<String, Object> event) {
    return all("AWS::SQS::Queue").get(Tree.text(event.get("Queue")).replace(".Arn", ""));
  }

  @Test
  void aMessageIsHiddenForLongerThanItsFunctionMayTake() {
    int always = Tree.number(template.functionGlobals().get("Timeout"), 900);
    functions()
        .forEach(
            (id, function) ->
                events(function, "SQS")
                    .forEach(
                        it ->
                            assertThat(Tree.number(queue(it).get("VisibilityTimeout"), 0))
                                .as(id)
                                .isGreaterThan(Tree.number(function.get("Timeout"), always))));
  }

  private static Object onFailure(Map<String, Object> properties) {
    return map(properties, "DestinationConfig", "OnFailure").getOrDefault("Destination", "none");
  }

  @Test
  void everyFunctionLogsForALimitedTimeIntoAGroupOfItsOwn() {
    Map<String, Map<String, Object>> groups = all("AWS::Logs::LogGroup");
    Set<String> used = new TreeSet<>();
    functions()
        .forEach(
            (id, function) -> {
              String group = Tree.text(map(function, "LoggingConfig").get("LogGroup"));
              assertThat(groups).as(id).containsKey(group);
              assertThat(used.add(group)).as(id).isTrue();
            });
    assertThat(groups.values())
        .allSatisfy(it -> assertThat(Tree.number(it.get("RetentionInDays"), 0)).isPositive());
  }

  @Test
  void everyFunctionHasAnAlarmOnErrorsAndThrottles() {
    Map<String, Set<String>> watched =
        all("AWS::CloudWatch::Alarm").values().stream()
            .flatMap(alarm -> maps(alarm.get("Metrics")))
            .map(it -> map(it, "MetricStat", "Metric"))
            .filter(it -> !it.isEmpty())
            .collect(
                Collectors.groupingBy(
                    TheTemplateKeepsItsPolicyTest::dimension,
                    Collectors.mapping(it -> Tree.text(it.get("MetricName")), Collectors.toSet())));
    assertThat(watched.keySet()).isEqualTo(functions().keySet());
    assertThat(watched.values()).allMatch(Set.of("Errors", "Throttles")::equals);
  }

  private static String dimension(Map<String, Object> metric) {
    return maps(metric.get("Dimensions")).map(it -> Tree.text(it.get("Value"))).findFirst().get();
  }

  /** Queues that should be empty: an alarm goes off for the first message in them. */
  private Set<String> watchedForMessages() {
    return all("AWS::CloudWatch::Alarm").values().stream()
        .filter(it -> "ApproximateNumberOfMessagesVisible".equals(it.get("MetricName")))
        .filter(it -> Tree.number(it.get("Threshold"), 1) == 0)
        .map(it -> dimension(it).replace(".QueueName", ""))
        .collect(Collectors.toSet());
  }

  @Test
  void whateverFailedForGoodSetsOffAnAlarm() {
    Set<String> read =
        functions().values().stream()
            .flatMap(function -> events(function, "SQS"))
            .map(it -> Tree.text(it.get("Queue")).replace(".Arn", ""))
            .collect(Collectors.toSet());
    Set<String> kept = new HashSet<>(all("AWS::SQS::Queue").keySet());
    kept.removeAll(read);
    assertThat(watchedForMessages()).isEqualTo(kept);
  }

  @Test
  void whateverWaitsTooLongForItsTurnSetsOffAnAlarm() {
    Set<String> watched =
        all("AWS::CloudWatch::Alarm").values().stream()
            .filter(it -> "ApproximateAgeOfOldestMessage".equals(it.get("MetricName")))
            .map(it -> dimension(it).replace(".QueueName", ".Arn"))
            .collect(Collectors.toSet());
    assertThat(
            functions().values().stream()
                .flatMap(function -> events(function, "SQS"))
                .map(it -> Tree.text(it.get("Queue"))))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(watched);
  }

  @Test
  void everyFunctionAndEveryQueueOfFailuresStandsOnTheDashboard() {
    String dashboard = dashboard();
    functions()
        .forEach(
            (id, it) ->
                assertThat(dashboard)
                    .as(id)
                    .contains("\"Errors\",\"FunctionName\",\"" + it.get("FunctionName") + "\""));
    watchedForMessages().forEach(it -> assertThat(dashboard).contains(it + ".QueueName"));
  }

  private String dashboard() {
    Map<String, Object> only = all("AWS::CloudWatch::Dashboard").values().iterator().next();
    return only.get("DashboardBody").toString();
  }

  @Test
  void everythingThatIsCountedIsShownAndNothingElseIsLookedFor() {
    Set<String> counted =
        Stream.of(Measure.values()).map(Measure::metric).collect(Collectors.toSet());
    Set<String> shown =
        Pattern.compile("\"Twiza\",\"(\\w+)\",\"Service\"")
            .matcher(dashboard())
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(shown).isEqualTo(counted);
    assertThat(alarmsOnOurs().filter(it -> it.containsKey("Dimensions")))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(counted).contains(Tree.text(it.get("MetricName"))));
  }

  private Stream<Map<String, Object>> alarmsOnOurs() {
    return all("AWS::CloudWatch::Alarm").values().stream()
        .filter(it -> "Twiza".equals(it.get("Namespace")));
  }

  @Test
  void aSweepThatNoLongerRunsSetsOffAnAlarm() {
    assertThat(alarmsOnOurs())
        .filteredOn(it -> Measure.SECONDS_LATE.metric().equals(it.get("MetricName")))
        .singleElement()
        .satisfies(it -> assertThat(it).containsEntry("TreatMissingData", "breaching"));
  }

  @Test
  void aSlowRestoreOfWhateverAnswersRequestsSetsOffAnAlarm() {
    Map<String, Map<String, Object>> filters = all("AWS::Logs::MetricFilter");
    Set<String> logs =
        functions().values().stream()
            .filter(it -> events(it, "HttpApi").findAny().isPresent())
            .map(it -> Tree.text(map(it, "LoggingConfig").get("LogGroup")))
            .collect(Collectors.toSet());
    assertThat(filters.values().stream().map(it -> Tree.text(it.get("LogGroupName"))))
        .containsExactlyInAnyOrderElementsOf(logs);
    String watched =
        alarmsOnOurs()
            .filter(it -> !it.containsKey("Dimensions"))
            .map(it -> Tree.text(it.get("MetricName")))
            .collect(Collectors.joining());
    assertThat(filters.values())
        .allSatisfy(
            it -> {
              Map<String, Object> to = maps(it.get("MetricTransformations")).findFirst().get();
              assertThat(to)
                  .containsEntry("MetricName", watched)
                  .containsEntry("MetricNamespace", "Twiza");
              assertThat(read(Tree.text(it.get("FilterPattern")), REPORT))
                  .containsEntry(Tree.text(to.get("MetricValue")), "568.71");
              assertThat(read(Tree.text(it.get("FilterPattern")), PLAIN_REPORT)).isEmpty();
            });
  }

  /** What CloudWatch finds in a line by a pattern of words; nothing where it does not fit. */
  private static Map<String, String> read(String pattern, String line) {
    List<String> fields =
        List.of(pattern.strip().replaceAll("^\\[|]$", "").strip().split("\\s*,\\s*", -1));
    List<String> words = List.of(line.split("\\s+", -1));
    boolean more = fields.getLast().equals("...");
    int named = more ? fields.size() - 1 : fields.size();
    if (words.size() < named || (!more && words.size() > named)) {
      return Map.of();
    }
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < named; i++) {
      String[] field = fields.get(i).split("=", -1);
      if (field.length == 2 && !field[1].equals('"' + words.get(i) + '"')) {
        return Map.of();
      }
      found.put("$" + field[0], words.get(i));
    }
    return found;
  }

  @Test
  void everyAlarmTellsSomebodyAndSaysWhatItIsAbout() {
    assertThat(all("AWS::CloudWatch::Alarm").values())
        .hasSizeGreaterThan(functions().size())
        .allSatisfy(
            it -> {
              assertThat(it.get("AlarmActions")).isEqualTo(List.of("AlarmTopic"));
              assertThat(Tree.text(it.get("AlarmDescription"))).isNotBlank();
              assertThat(it).containsKey("TreatMissingData");
            });
  }

  @Test
  void everyQueueIsEncrypted() {
    assertThat(all("AWS::SQS::Queue").values())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(Tree.isTrue(it.get("SqsManagedSseEnabled"))).isTrue());
  }

  @Test
  void everyBucketIsEncryptedPrivateAndSpeaksTlsOnly() {
    Map<String, Map<String, Object>> buckets = all("AWS::S3::Bucket");
    assertThat(buckets.values())
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(map(it, "BucketEncryption")).isNotEmpty();
              assertThat(map(it, "PublicAccessBlockConfiguration").values())
                  .hasSize(4)
                  .allMatch(Tree::isTrue);
              assertThat(it.toString()).contains("BucketOwnerEnforced");
            });
    Set<String> tls =
        all("AWS::S3::BucketPolicy").values().stream()
            .filter(it -> it.toString().contains("aws:SecureTransport=false"))
            .map(it -> Tree.text(it.get("Bucket")))
            .collect(Collectors.toSet());
    assertThat(tls).isEqualTo(buckets.keySet());
  }

  @Test
  void everyTableIsEncryptedAndInProductionProtected() {
    assertThat(all("AWS::DynamoDB::Table").values())
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(Tree.isTrue(map(it, "SSESpecification").get("SSEEnabled"))).isTrue();
              assertThat(Tree.isTrue(it.get("DeletionProtectionEnabled"))).isTrue();
              assertThat(
                      Tree.isTrue(
                          map(it, "PointInTimeRecoverySpecification")
                              .get("PointInTimeRecoveryEnabled")))
                  .isTrue();
            });
  }

  @Test
  void whatNobodyCouldMakeAgainOutlivesTheStackInProduction() {
    Map<String, Object> written =
        Tree.map(TemplateFile.read(Path.of("../template.yaml")).get("Resources"));
    Map<String, Object> keptInProduction = Map.of("Fn::If", List.of("IsProd", "Retain", "Delete"));
    Set<String> kept = new HashSet<>(all("AWS::DynamoDB::Table").keySet());
    kept.add("IndexKey");
    for (String resource : kept) {
      assertThat(Tree.map(written.get(resource)))
          .containsEntry("UpdateReplacePolicy", keptInProduction)
          .containsEntry("DeletionPolicy", keptInProduction);
    }
  }

  @Test
  void environmentsHoldNamesAndNoSecrets() {
    assertThat(functions().values())
        .allSatisfy(
            it ->
                assertThat(map(it, "Environment", "Variables").values().toString())
                    .doesNotContain("{{resolve"));
    assertThat(template.functionGlobals().toString()).doesNotContain("{{resolve");
  }

  private Map<String, Object> site() {
    return map(all("AWS::CloudFront::Distribution").get("Site"), "DistributionConfig");
  }

  private List<Map<String, Object>> behaviors() {
    List<Map<String, Object>> behaviors =
        new ArrayList<>(maps(site().get("CacheBehaviors")).toList());
    behaviors.add(map(site(), "DefaultCacheBehavior"));
    return behaviors;
  }

  private Map<String, Object> behaviorOf(String path) {
    return behaviors().stream()
        .filter(
            it ->
                !it.containsKey("PathPattern")
                    || path.matches(pattern(Tree.text(it.get("PathPattern")))))
        .findFirst()
        .orElseThrow();
  }

  /** A path pattern of CloudFront as a regular expression. */
  private static String pattern(String path) {
    return path.replace(".", "\\.").replace("?", ".").replace("*", ".*");
  }

  @Test
  void aRoundIsReadFromTheApiAndItsDeskFromTheFiles() {
    for (String path :
        List.of("/fr/rounds", "/zgh/rounds/x/submit/", "/ar/rounds.ics", "/en/rounds.atom")) {
      assertThat(behaviorOf(path)).as(path).containsEntry("TargetOriginId", "api");
    }
    for (String path : List.of("/fr/desk/rounds/", "/zgh/desk/round/", "/ar/desk/room/")) {
      assertThat(behaviorOf(path)).as(path).containsEntry("TargetOriginId", "files-or-api");
    }
  }

  @Test
  void whatACredentialOpensIsCachedNowhere() {
    List<String> paths =
        routes()
            .map(Route::path)
            .filter(path -> path.matches("/api/(my|moderation|jury)/.*"))
            .toList();
    assertThat(
            Stream.concat(paths.stream(), Stream.of("/api/jury/x", "/api/desk/x", "/api/staff/x")))
        .hasSizeGreaterThan(6)
        .allSatisfy(
            path -> {
              assertThat(behaviorOf(path))
                  .containsEntry("CachePolicyId", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad")
                  .containsEntry("OriginRequestPolicyId", "b689b0a8-53d0-40ab-baf2-68738e2966ac");
            });
    assertThat(maps(site().get("CustomErrorResponses")))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            it ->
                assertThat(it)
                    .containsEntry("ErrorCachingMinTTL", 0)
                    .doesNotContainKeys("ResponsePagePath", "ResponseCode"));
  }

  private Stream<Route> routes() {
    return new FunctionDefinitions(template, NAMES)
        .read().stream().flatMap(it -> it.routes().stream());
  }

  @Test
  void everyRouteIsReachedThroughTheSite() {
    assertThat(routes().filter(it -> !it.takesAll()))
        .allSatisfy(
            route -> {
              Map<String, Object> behavior = behaviorOf(route.path().replace("{language}", "fr"));
              assertThat(behavior).containsEntry("TargetOriginId", "api");
              assertThat(texts(behavior.get("AllowedMethods"))).contains(route.method());
            });
    assertThat(routes().filter(Route::takesAll).map(Route::method))
        .containsExactlyInAnyOrder("GET", "HEAD");
    assertThat(behaviorOf("/fr/submit/")).containsEntry("TargetOriginId", "files-or-api");
  }

  @Test
  void everyAnswerOfTheSiteHasTheHeadersThatTheLocalRunnerGives() {
    assertThat(behaviors())
        .allSatisfy(
            it -> {
              assertThat(it).containsEntry("ResponseHeadersPolicyId", "SecurityHeaders");
              assertThat(it).containsEntry("ViewerProtocolPolicy", "redirect-to-https");
              assertThat(it.get("FunctionAssociations").toString()).contains("EdgeFunction");
            });
    Map<String, Object> config =
        map(
            all("AWS::CloudFront::ResponseHeadersPolicy").get("SecurityHeaders"),
            "ResponseHeadersPolicyConfig");
    Map<String, Object> security = map(config, "SecurityHeadersConfig");
    Map<String, String> given =
        SecurityHeaders.on(Reply.gateway(404, "")).headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().getFirst()));
    assertThat(map(security, "ContentSecurityPolicy"))
        .containsEntry("ContentSecurityPolicy", given.get("content-security-policy"));
    assertThat(map(security, "ReferrerPolicy"))
        .containsEntry("ReferrerPolicy", given.get("referrer-policy"));
    assertThat(map(security, "FrameOptions"))
        .containsEntry("FrameOption", given.get("x-frame-options"));
    assertThat(security).containsKeys("ContentTypeOptions", "StrictTransportSecurity");
    assertThat(map(config, "CustomHeadersConfig").get("Items").toString())
        .contains(given.get("permissions-policy"));
  }

  @Test
  void everyFunctionHasAZipOfTheReactor() {
    assertThat(functions().values())
        .extracting(it -> Tree.text(it.get("CodeUri")))
        .allMatch(it -> it.matches("functions/(\\w+)/target/twiza-\\1\\.zip"));
  }
}
