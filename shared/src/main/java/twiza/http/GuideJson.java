package twiza.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import twiza.delegation.Guide.Content;
import twiza.delegation.Guide.Least;
import twiza.delegation.Guide.Place;
import twiza.delegation.Guide.Quantity;
import twiza.place.Language;

/** What a cooperative needs to start, as JSON; what is not said is null or an empty list. */
public final class GuideJson {

  private GuideJson() {}

  /**
   * {@code {members: {least, confirmed}, capital, share, steps: {fr: [..]}, financing, training}}.
   */
  public static Map<String, Object> of(Content says) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Quantity quantity : Quantity.values()) {
      json.put(DelegationJson.name(quantity), least(says.least().get(quantity)));
    }
    Map<String, Object> steps = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      steps.put(language.tag(), says.steps().getOrDefault(language, List.of()));
    }
    json.put("steps", steps);
    json.put("financing", says.financing().stream().map(GuideJson::place).toList());
    json.put("training", says.training().stream().map(GuideJson::place).toList());
    return json;
  }

  private static Map<String, Object> least(Least least) {
    if (least == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("least", least.amount());
    json.put("confirmed", least.confirmed());
    return json;
  }

  private static Map<String, Object> place(Place place) {
    Map<String, Object> title = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      if (place.title().containsKey(language)) {
        title.put(language.tag(), place.title().get(language));
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("address", place.address());
    json.put("title", title);
    return json;
  }
}
