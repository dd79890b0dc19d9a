package twiza.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import twiza.catalogue.Reader.Answer;
import twiza.delegation.Organiser;
import twiza.http.Requests;
import twiza.place.Language;
import twiza.text.Facts;
import twiza.text.Messages;

/** Whoever sends an idea reads what they agree to, with or without JavaScript. */
class ReadingTheTermsTest {

  private static final String HOUSE = Facts.load().termsVersion();

  private final Reader reader = new Reader();

  private Answer terms(String language) {
    return reader.say(Requests.get("/{language}/terms").path("language", language));
  }

  private Answer terms(String language, String version) {
    return reader.say(
        Requests.get("/{language}/terms/{version}")
            .path("language", language)
            .path("version", version));
  }

  private static String house(Language language) {
    return Messages.in(language).text("terms.promise.title");
  }

  private static String replaced() {
    return Messages.in(Language.FR).text("terms.now");
  }

  @Test
  void areTheWordsOfTheHouseWhereTheRegionSaysNothing() {
    Answer page = terms("fr");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains(house(Language.FR), HOUSE).doesNotContain(replaced());
    assertThat(terms("fr", HOUSE).body()).isEqualTo(page.body());
  }

  @Test
  void areTheRegionsOwnInTheLanguagesInWhichItSaysThem() {
    Organiser.states(reader.delegations, Map.of(Language.AR, "شروطنا <نحن>"));
    assertThat(terms("ar").body())
        .contains("شروطنا &lt;نحن&gt;", HOUSE + ".05-1")
        .doesNotContain(house(Language.AR));
    assertThat(terms("zgh").body()).contains("شروطنا").doesNotContain(house(Language.AR));
    assertThat(terms("fr").body()).contains(house(Language.FR), HOUSE + ".05-1");
  }

  @Test
  void canBeReadByWhoeverAgreedToThemOnceTheyAreReplaced() {
    Organiser.states(reader.delegations, Map.of(Language.AR, "الأولى"));
    Organiser.states(reader.delegations, Map.of(Language.FR, "Les deuxièmes."));
    Answer first = terms("fr", HOUSE + ".05-1");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body()).contains("الأولى", replaced()).doesNotContain("deuxièmes");
    assertThat(terms("fr", HOUSE + ".05-2").body())
        .contains("Les deuxièmes.")
        .doesNotContain(replaced());
  }

  @Test
  void areNowhereUnderAVersionThatNeverWas() {
    for (String version : new String[] {"1999-1", HOUSE + ".05-1", HOUSE + ".05-9999999999", "."}) {
      assertThat(terms("fr", version).status()).as(version).isEqualTo(404);
    }
    assertThat(terms("de").status()).isEqualTo(404);
  }
}
