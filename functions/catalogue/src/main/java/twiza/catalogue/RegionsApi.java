package twiza.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import twiza.delegation.Delegations;
import twiza.http.DelegationJson;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.place.Places;
import twiza.place.Region;

/** What the delegation of a region says to its public. */
final class RegionsApi {

  private final Delegations delegations;
  private final Places places;

  RegionsApi(Delegations delegations, Places places) {
    this.delegations = delegations;
    this.places = places;
  }

  /** What is not said is null or left out: the words of the house stand in for it. */
  Reply region(Request request) {
    String code =
        places
            .region(request.path("region"))
            .filter(region -> places.joinedRegions().contains(region))
            .map(Region::code)
            .orElseThrow(Problem::notFound);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("region", code);
    json.putAll(DelegationJson.of(delegations.of(code).says()));
    return Reply.json(200, json).shared(request);
  }
}
