package twiza.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import twiza.delegation.Line;
import twiza.delegation.Statement;
import twiza.idea.Retention;
import twiza.place.Language;

/** What a delegation says in public, as JSON; what it does not say is left out. */
public final class DelegationJson {

  private DelegationJson() {}

  /** {@code {email, phone, declaration, transfer, texts: {fr: {home, ...}}, retention}}. */
  public static Map<String, Object> of(Statement says) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Line line : Line.values()) {
      json.put(name(line), says.lines().get(line));
    }
    json.put("texts", texts(says));
    json.put("retention", retention(says.retention()));
    return json;
  }

  private static Map<String, Object> texts(Statement says) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      Map<String, String> texts = new LinkedHashMap<>();
      says.texts()
          .getOrDefault(language, Map.of())
          .forEach((text, own) -> texts.put(name(text), own));
      json.put(language.tag(), texts);
    }
    return json;
  }

  private static Map<String, Object> retention(Retention retention) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("refusedMonths", retention.refused());
    json.put("withdrawnMonths", retention.withdrawn());
    json.put("expiredMonths", retention.expired());
    return json;
  }

  /** {@code HOSTING_COUNTRY} is {@code hostingCountry}. */
  public static String name(Enum<?> constant) {
    String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }
}
