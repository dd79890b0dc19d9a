package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import twiza.http.Invocation;
import twiza.idea.Erasures;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.jury.Work;
import twiza.staff.Member;

class DispatchTest {

  private static final Instant MONDAY = Samples.MONDAY;

  private final PostOffice office = new PostOffice();

  @AfterEach
  void close() {
    office.close();
  }

  private static Map<String, AttributeValue> event(String id, String kind, String... tell) {
    Map<String, AttributeValue> image = new HashMap<>();
    image.put("PK", text("IDEA#" + id));
    image.put("SK", text("EVENT#0000000001"));
    image.put("kind", text(kind));
    image.put("at", text(MONDAY.toString()));
    image.put("data", data());
    image.put("region", text("05"));
    if (tell.length > 0) {
      AttributeValue told = new AttributeValue();
      told.setSS(Arrays.asList(tell));
      image.put("tell", told);
    }
    return image;
  }

  private static AttributeValue data() {
    AttributeValue no = new AttributeValue();
    no.setBOOL(false);
    AttributeValue data = new AttributeValue();
    data.setM(Map.of("textLeft", no));
    return data;
  }

  private static AttributeValue text(String value) {
    AttributeValue attribute = new AttributeValue();
    attribute.setS(value);
    return attribute;
  }

  @SafeVarargs
  private final List<String> failures(Map<String, AttributeValue>... images) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(
        IntStream.range(0, images.length)
            .mapToObj(i -> StreamRecords.record("sequence " + i, images[i]))
            .toList());
    return new DispatchFunction(
            new Recipients(office.staff, office.entries, office.juries),
            office::settings,
            office.queue,
            office.work,
            office.erasures)
        .handleRequest(event, Invocation.of("dispatch")).getBatchItemFailures().stream()
            .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
            .toList();
  }

  private List<String> queued() {
    return office.queue.all().stream()
        .map(delayed -> delayed.errand().aggregate() + " " + delayed.errand().recipient())
        .toList();
  }

  @Test
  void queues_one_message_for_each_recipient() {
    office.employ("05 a@example.org fr, 05 b@example.org ar");
    String[] ids = office.staff.of("05").stream().map(Member::id).toArray(String[]::new);
    assertThat(failures(event("1", "CONFIRMED", "AUTHOR", "MODERATORS"))).isEmpty();
    assertThat(queued())
        .containsExactly("IDEA#1 AUTHOR", "IDEA#1 STAFF#" + ids[0], "IDEA#1 STAFF#" + ids[1]);
  }

  @Test
  void passes_over_what_nobody_is_told() {
    assertThat(failures(event("1", "ERASED"), event("2", "APPROVED", "AUTHOR"))).isEmpty();
    assertThat(queued()).containsExactly("IDEA#2 AUTHOR");
  }

  @Test
  void remembers_who_was_erased_outside_the_table() {
    failures(event("1", "ERASED"), event("2", "WITHDRAWN"));
    assertThat(office.erasures.all()).containsExactly(new Erasures.Erasure("1", false, MONDAY));
  }

  @Test
  void tells_nobody_about_an_event_that_a_restore_brought_back() {
    DynamodbEvent.DynamodbStreamRecord fresh =
        StreamRecords.record("1", event("1", "APPROVED", "AUTHOR"));
    fresh.getDynamodb().setApproximateCreationDateTime(Date.from(MONDAY.plusSeconds(2)));
    DynamodbEvent.DynamodbStreamRecord restored =
        StreamRecords.record("2", event("2", "APPROVED", "AUTHOR"));
    restored
        .getDynamodb()
        .setApproximateCreationDateTime(Date.from(MONDAY.plus(Duration.ofDays(2))));
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(fresh, restored));
    new DispatchFunction(
            new Recipients(office.staff, office.entries, office.juries),
            office::settings,
            office.queue,
            office.work,
            office.erasures)
        .handleRequest(event, Invocation.of("dispatch"));
    assertThat(queued()).containsExactly("IDEA#1 AUTHOR");
  }

  @Test
  void names_the_first_record_that_failed_and_lets_the_others_through() {
    Map<String, AttributeValue> bad = event("2", "APPROVED", "NOBODY_KNOWN");
    Map<String, AttributeValue> worse = event("3", "CONFIRMED", "MODERATORS");
    worse.remove("region");
    assertThat(
            failures(
                event("1", "APPROVED", "AUTHOR"), bad, worse, event("4", "APPROVED", "AUTHOR")))
        .containsExactly("sequence 1");
    assertThat(queued()).containsExactly("IDEA#1 AUTHOR", "IDEA#4 AUTHOR");
  }

  @Test
  void names_the_record_whose_message_the_queue_did_not_take() {
    office.queue.refuse(Errand.NEW_ADDRESS);
    assertThat(
            failures(
                event("1", "APPROVED", "AUTHOR"),
                event("2", "CONTACT_CHANGE_ASKED", "AUTHOR", "NEW_ADDRESS")))
        .containsExactly("sequence 1");
  }

  @Test
  void sends_what_looks_like_spam_later() {
    Map<String, AttributeValue> slow = event("1", "SUBMITTED", "AUTHOR");
    AttributeValue yes = new AttributeValue();
    yes.setBOOL(true);
    slow.put("slow", yes);
    failures(slow, event("2", "SUBMITTED", "AUTHOR"));
    assertThat(office.queue.all())
        .extracting(MailQueue.Delayed::delay)
        .containsExactly(Duration.ofMinutes(5), Duration.ZERO);
  }

  @Test
  void puts_ids_and_nothing_else_into_the_queue() {
    Journey.begins(office.ideas, Samples.anIdea().named()).confirmed().approved();
    office.linksAsked("Fatima.Amrani@example.org");
    office.digestDue("05");
    office.dispatch();
    assertThat(office.queue.all())
        .hasSizeGreaterThan(4)
        .extracting(delayed -> delayed.errand().body())
        .allSatisfy(
            body ->
                assertThat(body)
                    .doesNotContain("@", "token", "thym", "Fatima")
                    .matches(
                        "\\{\"aggregate\":\"(IDEA|EMAIL|REGION)#[\\w-]+\","
                            + "\"event\":\"EVENT#[\\w-]+\",\"kind\":\"[A-Z_]+\","
                            + "\"recipient\":\"(AUTHOR|STAFF#[\\w-]+)\"}"));
  }

  @Test
  void is_undone_by_nothing_that_a_message_is_made_of() {
    Errand errand = new Errand("IDEA#1", "EVENT#0000000012", "CONFIRMED", "STAFF#abc");
    assertThat(Errand.parse(errand.body())).isEqualTo(errand);
    assertThat(errand.version()).isEqualTo(12);
    assertThat(errand.id()).isEqualTo("1");
    assertThat(errand.member()).contains("abc");
  }

  @Test
  void asks_for_what_a_jury_needs_whoever_the_event_is_about() {
    Map<String, AttributeValue> settled = event("1", "ROUND_SETTLED");
    settled.put("PK", text("ROUND#spring"));
    settled.put("work", text("RANK"));
    Map<String, AttributeValue> admitted = event("2", "ADMITTED", "AUTHOR");
    admitted.put("work", text("ASSIGN"));
    AttributeValue data = new AttributeValue();
    data.setM(Map.of("round", text("autumn")));
    admitted.put("data", data);
    assertThat(failures(settled, admitted)).isEmpty();
    assertThat(office.asked)
        .containsExactly(new Work(Work.Kind.RANK, "spring"), new Work(Work.Kind.ASSIGN, "autumn"));
    assertThat(queued()).containsExactly("IDEA#2 AUTHOR");
  }
}
