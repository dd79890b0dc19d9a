package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that does something wrong fails the test that visits it, whatever else the test asks. */
class BrowserWatchesThePagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          setTimeout(() => { throw new Error('broken') }) | broken
          console.error('complains')                      | complains
          fetch('/api/ideas/none')                        | 404
          new Image().src = 'http://localhost:1/x.png'    | img-src
          document.body.append(Object.assign(document.createElement('script'), {text: '1'})) | script-src
          """)
  void whatever_it_is(String script, String complaint) {
    PersonInTheBrowser reader = Browser.person(BrowserWindow.FRENCH_AT_A_DESK);
    reader.opens("/");
    reader.page().evaluate("() => { " + script + " }");
    reader.page().waitForCondition(reader::sawAFault);
    assertThatThrownBy(reader::close).hasMessageContaining(complaint);
  }
}
