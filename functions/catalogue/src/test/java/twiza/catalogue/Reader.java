package twiza.catalogue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import twiza.access.Fingerprints;
import twiza.delegation.Delegations;
import twiza.delegation.Guides;
import twiza.delegation.HouseGuide;
import twiza.http.Contract;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.idea.Entries;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.need.Needs;
import twiza.round.Edition;
import twiza.round.Rounds;
import twiza.settings.TestKeys;
import twiza.table.LocalTable;
import twiza.table.Meter;
import twiza.table.TableBank;
import twiza.table.TableDelegations;
import twiza.table.TableEntries;
import twiza.table.TableGuides;
import twiza.table.TableIdeas;
import twiza.table.TableNeeds;
import twiza.table.TableResults;
import twiza.table.TableRounds;

/**
 * Somebody who reads the bank: the catalogue function on a fresh table. Every answer has to keep to
 * the contract.
 */
final class Reader {

  private static final Contract CONTRACT = Contract.load();

  final LocalTable table = LocalTable.create();
  final Meter meter = new Meter();
  final Delegations delegations = new TableDelegations(table.client(meter), table.name());
  final Guides guides = new TableGuides(table.client(meter), table.name(), HouseGuide.load());
  final Ideas ideas;
  final Rounds rounds;
  final Entries entries;
  final Needs needs;
  final CatalogueFunction function;

  Reader() {
    Fingerprints fingerprints = TestKeys.fingerprints();
    ideas = new TableIdeas(table.client(), table.name(), fingerprints);
    rounds = new TableRounds(table.client(), table.name(), fingerprints);
    entries = new TableEntries(table.client(meter), table.name(), fingerprints);
    function =
        new CatalogueFunction(
            new TableBank(table.client(meter), table.name(), fingerprints),
            delegations,
            guides,
            new TableRounds(table.client(meter), table.name(), fingerprints),
            entries,
            new TableResults(table.client(meter), table.name()),
            new TableNeeds(table.client(meter), table.name(), fingerprints));
    needs = new TableNeeds(table.client(), table.name(), fingerprints);
  }

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body, JsonNode json) {

    String text(String field) {
      return json.path(field).asText();
    }

    String code() {
      return text("code");
    }

    /** The ids of the ideas of a list. */
    List<String> ids() {
      return json.path("items").valueStream().map(item -> item.path("id").asText()).toList();
    }

    /** What is wrong with which field, such as {@code limit OUT_OF_RANGE}. */
    List<String> faults() {
      return json.path("errors")
          .valueStream()
          .map(error -> error.path("field").asText() + " " + error.path("code").asText())
          .toList();
    }
  }

  Journey publishes(Samples.Sample sample) {
    return Journey.published(ideas, sample);
  }

  Answer say(Requests request) {
    APIGatewayV2HTTPResponse response =
        function.handleRequest(request.event(), Invocation.of("catalogue"));
    JsonNode json = CONTRACT.holds(request, response);
    return new Answer(response.getStatusCode(), response.getHeaders(), response.getBody(), json);
  }

  /**
   * A list.
   *
   * @param query names and values by turns
   */
  Answer list(String... query) {
    return say(asking(Requests.get("/api/ideas"), query));
  }

  static Requests asking(Requests request, String... query) {
    for (int i = 0; i < query.length; i += 2) {
      request.query(query[i], query[i + 1]);
    }
    return request;
  }

  Answer idea(String id) {
    return say(Requests.get("/api/ideas/{id}").path("id", id));
  }

  Answer round(Edition edition, Instant at) {
    return say(Requests.get("/api/rounds/{id}").path("id", edition.id()).at(at));
  }

  Answer roundPage(String language, Edition edition, Instant at) {
    return say(
        Requests.get("/{language}/rounds/{id}")
            .path("language", language)
            .path("id", edition.id())
            .at(at));
  }

  Answer page(String language, String id) {
    return say(Requests.get("/{language}/ideas/{id}").path("language", language).path("id", id));
  }

  Answer bankPage(String language, String... query) {
    return say(asking(Requests.get("/{language}/ideas").path("language", language), query));
  }
}
