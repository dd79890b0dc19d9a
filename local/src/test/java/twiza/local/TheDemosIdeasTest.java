package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TheDemosIdeasTest {
  @Test
  void comeFromEveryProvinceInThreeLanguagesByTwelveAuthors() throws IOException {
    Set<String> provinces = new HashSet<>();
    Set<String> languages = new HashSet<>();
    Set<String> authors = new HashSet<>();
    for (JsonNode idea : Demo.ideas()) {
      provinces.add(idea.at("/province").asText());
      languages.add(idea.at("/author/language").asText());
      authors.add(idea.at("/author/email").asText());
    }
    assertThat(provinces)
        .containsExactlyInAnyOrder("05.091", "05.081", "05.255", "05.301", "05.311");
    assertThat(languages).containsExactlyInAnyOrder("fr", "ar", "en");
    assertThat(authors).hasSize(12);
  }
}
