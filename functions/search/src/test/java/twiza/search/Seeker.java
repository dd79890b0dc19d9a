package twiza.search;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import twiza.access.Cursors;
import twiza.access.Fingerprints;
import twiza.http.Contract;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.round.Rounds;
import twiza.search.store.Editions;
import twiza.search.store.FolderStore;
import twiza.search.store.IndexStore;
import twiza.settings.TestKeys;
import twiza.table.LocalTable;
import twiza.table.Meter;
import twiza.table.TableBank;
import twiza.table.TableIdeas;
import twiza.table.TableMovements;
import twiza.table.TableRounds;
import twiza.table.TableUptakes;
import twiza.uptake.Uptakes;

/**
 * Somebody who searches: both functions on a fresh table and an empty folder, on a clock of their
 * own. Every answer has to keep to the contract.
 */
final class Seeker {

  private static final Contract CONTRACT = Contract.load();
  private static final String MINUTE = "Index";
  private static final String NIGHT = "IndexAnew";

  final LocalTable table = LocalTable.create();
  final Meter searched = new Meter();
  final Meter indexed = new Meter();
  final Ideas ideas;
  final Rounds rounds;
  final Uptakes uptakes;
  final FolderStore store;
  final Looks looks;
  final Editions editions;
  final SearchFunction function;
  final IndexFunction index;
  private Instant now = Samples.MONDAY.minus(Duration.ofMinutes(5));

  Seeker(Path folder) {
    Fingerprints fingerprints = TestKeys.fingerprints();
    ideas = new TableIdeas(table.client(), table.name(), fingerprints);
    rounds = new TableRounds(table.client(), table.name(), fingerprints);
    uptakes = new TableUptakes(table.client(), table.name(), fingerprints);
    store = new FolderStore(folder);
    looks = new Looks(store);
    editions = new Editions(store);
    function =
        new SearchFunction(
            new TableBank(table.client(searched), table.name(), fingerprints),
            new TableRounds(table.client(searched), table.name(), fingerprints),
            new Editions(looks),
            new Cursors(fingerprints),
            () -> now);
    index =
        new IndexFunction(
            new TableBank(table.client(indexed), table.name(), fingerprints),
            new TableMovements(table.client(indexed), table.name()),
            editions,
            () -> now);
  }

  /** Counts how often those who search look into the store. */
  static final class Looks implements IndexStore {

    private final IndexStore store;
    int count;

    Looks(IndexStore store) {
      this.store = store;
    }

    @Override
    public Optional<byte[]> read(String name) {
      count++;
      return store.read(name);
    }

    @Override
    public void write(String name, byte[] content) {
      store.write(name, content);
    }

    @Override
    public void delete(String name) {
      store.delete(name);
    }
  }

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body, JsonNode json) {

    List<String> ids() {
      return json.path("items").valueStream().map(item -> item.path("id").asText()).toList();
    }

    /** How many ideas have each code of a facet. */
    Map<String, Integer> counts(String facet) {
      Map<String, Integer> counts = new TreeMap<>();
      json.path("counts")
          .path(facet)
          .forEach(count -> counts.put(count.path("code").asText(), count.path("count").asInt()));
      return counts;
    }

    /** What is wrong with which field. */
    List<String> faults() {
      return json.path("errors")
          .valueStream()
          .map(error -> error.path("field").asText() + " " + error.path("code").asText())
          .toList();
    }

    String text(String field) {
      return json.path(field).asText();
    }
  }

  Journey publishes(Samples.Sample sample) {
    return Journey.published(ideas, sample);
  }

  /** A minute passes, and the index is brought up to date. */
  void minutePasses() {
    now = now.plus(Duration.ofMinutes(1));
    index.handleRequest(Map.of("detail", Map.of("schedule", MINUTE)), Invocation.of("index"));
  }

  /** A minute passes in which nobody does anything. */
  void waits() {
    waits(Duration.ofMinutes(1));
  }

  void waits(Duration time) {
    now = now.plus(time);
  }

  void nightPasses() {
    now = now.plus(Duration.ofDays(1));
    index.handleRequest(Map.of("detail", Map.of("schedule", NIGHT)), Invocation.of("index"));
  }

  Answer say(Requests request) {
    APIGatewayV2HTTPResponse response =
        function.handleRequest(request.event(), Invocation.of("search"));
    JsonNode json = CONTRACT.holds(request, response);
    return new Answer(response.getStatusCode(), response.getHeaders(), response.getBody(), json);
  }

  /**
   * @param query names and values by turns
   */
  Answer finds(String... query) {
    return say(asking(Requests.get("/api/search"), query));
  }

  Answer page(String language, String... query) {
    return say(asking(Requests.get("/{language}/search").path("language", language), query));
  }

  static Requests asking(Requests request, String... query) {
    for (int i = 0; i < query.length; i += 2) {
      request.query(query[i], query[i + 1]);
    }
    return request;
  }

  Answer alike(String body) {
    return say(Requests.post("/api/ideas/similar").body("application/json", body));
  }
}
