package twiza.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import twiza.need.Need;
import twiza.place.Language;

/** What a territory needs, as the public reads it; what was not given is null. */
public final class NeedJson {

  private NeedJson() {}

  /**
   * {@code {id, region, province, commune, sector, open, publishedAt, texts: {fr: {title, text}}}}.
   */
  public static Map<String, Object> of(Need need) {
    Map<String, Object> texts = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      if (need.said().texts().containsKey(language)) {
        texts.put(
            language.tag(),
            Map.of("title", need.said().title(language), "text", need.said().text(language)));
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", need.id());
    json.put("region", need.region());
    json.put("province", need.said().province());
    json.put("commune", given(need.said().commune()));
    json.put("sector", given(need.said().sector()));
    json.put("open", need.open());
    json.put("publishedAt", need.publishedAt());
    json.put("texts", texts);
    return json;
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
