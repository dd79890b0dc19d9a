package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnEventPatternTest {
  private static final String EVENT =
      "{\"name\": \"INSERT\", \"keys\": {\"SK\": {\"S\": \"EVENT#1\"}}, \"count\": 3}";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"name\":[\"INSERT\",\"MODIFY\"]} | true",
        "{\"name\":[\"MODIFY\"]} | false",
        "{\"count\":[3]} | true",
        "{\"keys\":{\"SK\":{\"S\":[{\"prefix\":\"EVENT#\"}]}}} | true",
        "{\"keys\":{\"SK\":{\"S\":[{\"prefix\":\"IDEA\"},{\"suffix\":\"#1\"}]}}} | true",
        "{\"keys\":{\"PK\":{\"S\":[{\"prefix\":\"EVENT#\"}]}}} | false",
        "{\"name\":[{\"exists\":true}],\"other\":[{\"exists\":false}]} | true",
        "{\"other\":[{\"exists\":true}]} | false",
        "{\"name\":[{\"anything-but\":[\"REMOVE\"]}]} | true",
        "{\"name\":[{\"anything-but\":\"INSERT\"}]} | false",
        "{\"name\":[{\"equals-ignore-case\":\"insert\"}]} | true"
      })
  void matchesAsLambdaDoes(String pattern, boolean matches) {
    assertThat(EventPattern.parse(pattern).matches(Json.read(EVENT))).isEqualTo(matches);
  }

  @Test
  void refusesARuleItDoesNotKnow() {
    assertThatThrownBy(() -> EventPattern.parse("{\"a\":[{\"cidr\":\"10.0.0.0/8\"}]}"))
        .hasMessageContaining("cidr");
  }
}
