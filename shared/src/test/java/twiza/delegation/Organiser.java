package twiza.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import twiza.idea.Retention;
import twiza.place.Language;

/** Somebody who says in region 05's own words what people agree to. */
public final class Organiser {

  private Organiser() {}

  /** Says these terms, by language, and that the data of what expired is kept for so long. */
  public static Delegation states(
      Delegations delegations, Map<Language, String> terms, Retention retention) {
    Map<Language, Map<Text, String>> texts = new EnumMap<>(Language.class);
    terms.forEach((language, words) -> texts.put(language, Map.of(Text.TERMS, words)));
    Statement statement = new Statement(Map.of(), texts, Map.of(), retention);
    Instant now = Instant.parse("2026-05-04T09:00:00Z");
    Delegation.Edit edit = delegations.of("05").states(statement, "ORGANISER", now).orElseThrow();
    assertThat(delegations.save(edit)).isTrue();
    return edit.after();
  }

  /** Says these terms, by language, and nothing else. */
  public static Delegation states(Delegations delegations, Map<Language, String> terms) {
    return states(delegations, terms, Retention.UNDECIDED);
  }
}
