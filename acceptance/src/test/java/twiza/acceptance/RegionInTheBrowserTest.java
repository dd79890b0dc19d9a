package twiza.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.place.Language;

/** An organiser says in the region's own words what visitors and moderators read. */
class RegionInTheBrowserTest {

  private static final String REGION = "/api/desk/region";
  private static final String HOME_FR = "Bienvenue à la délégation.\n\nPassez nous voir.";
  private static final String TERMS_FR = "Chacun garde ses droits.";
  private static final String HOME_AR = "مرحبا بكم في المندوبية.";

  /** Other tests read the words of the house. */
  @AfterEach
  void theRegionSaysNothingAnyMore() {
    Caller admin = StaffBehindTheBrowser.admin();
    int version = admin.get(REGION + "?region=05").json().path("version").asInt();
    assertThat(admin.put(REGION + "?region=05", Map.of("version", version)).status())
        .isEqualTo(200);
  }

  private static Locator said(PersonInTheBrowser person, String field) {
    Locator input = person.page().locator("[id='f-" + field + "']");
    if (field.startsWith("texts.") || field.startsWith("reasons.")) {
      String language = field.split("\\.", -1)[1];
      person.page().evaluate("id => document.getElementById(id).open = true", "in-" + language);
    }
    return input;
  }

  private static void isSaved(PersonInTheBrowser person) {
    person.presses("desk.region.button");
    assertThat(person.page().locator("#status")).hasText(person.text("desk.region.saved"));
    assertThat(person.page().locator("#status")).isFocused();
  }

  @ParameterizedTest
  @EnumSource
  void what_an_organiser_writes_is_what_visitors_read(BrowserWindow window) {
    StaffBehindTheBrowser organiser = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    try (PersonInTheBrowser person = Browser.person(window).whoIsRefused(REGION)) {
      organiser.goesTo(person, "/desk/region/", "desk.region.title");
      said(person, "email").fill("nobody@");
      said(person, "phone").fill("+212 5 23 48 00 00");
      said(person, "declaration").fill("D-W-123/2026");
      said(person, "retention.refusedMonths").fill("12");
      said(person, "texts.fr.home").fill(HOME_FR);
      said(person, "texts.ar.home").fill(HOME_AR);
      said(person, "texts.fr.address").fill("Avenue Mohammed V\nBéni Mellal");
      said(person, "texts.fr.terms").fill(TERMS_FR);
      said(person, "texts.fr.hostingCountry").fill("Maroc");
      person.presses("desk.region.button");
      assertThat(person.page().locator("#errors")).isFocused();
      assertThat(person.page().locator("#errors")).containsText(person.text("desk.region.email"));
      said(person, "email").fill("contact@example.org");
      isSaved(person);
      assertThat(person.page().locator("#last")).containsText(organiser.name());
      PageInTheBrowser.isFitForEverybody(person);

      person.page().reload();
      assertThat(said(person, "texts.fr.home")).hasValue(HOME_FR);
    }
    try (PersonInTheBrowser visitor = Browser.person(window)) {
      visitor.opens("/");
      visitor.sees(window.language() == Language.AR ? HOME_AR : "Passez nous voir.");
      visitor.doesNotSee(visitor.text("home.lead"));
      Locator footer = visitor.page().locator(".site-footer");
      assertThat(footer.locator("[data-said=phone]")).hasAttribute("href", "tel:+212523480000");
      assertThat(footer).containsText("contact@example.org");
      Locator address = footer.getByText("Avenue Mohammed V");
      assertThat(address).hasCSS("direction", "ltr");
      assertThat(address).hasText("Avenue Mohammed V Béni Mellal");

      visitor.opens("/privacy/");
      visitor.sees("D-W-123/2026");
      visitor.sees("Maroc");
      assertThat(visitor.page().locator("[data-said=refusedMonths]"))
          .containsText(visitor.text("format.months", "count", 12));
      assertThat(visitor.page().locator("[data-said=expiredMonths]"))
          .containsText(visitor.text("site.toBeConfirmed"));
      visitor.opens("/terms/");
      visitor.sees(
          window.language() == Language.FR ? TERMS_FR : visitor.text("terms.consent.title"));
    }
  }

  @Test
  void two_organisers_do_not_overwrite_each_other() {
    Language language = BrowserWindow.FRENCH_AT_A_DESK.language();
    StaffBehindTheBrowser one = StaffBehindTheBrowser.with(language, "ORGANISER");
    StaffBehindTheBrowser other = StaffBehindTheBrowser.with(language, "ORGANISER");
    try (PersonInTheBrowser first = Browser.person(BrowserWindow.FRENCH_AT_A_DESK);
        PersonInTheBrowser second =
            Browser.person(BrowserWindow.FRENCH_AT_A_DESK).whoIsRefused(REGION)) {
      one.goesTo(first, "/desk/region/", "desk.region.title");
      other.goesTo(second, "/desk/region/", "desk.region.title");
      said(first, "phone").fill("+212 5 23 48 11 11");
      isSaved(first);

      said(second, "phone").fill("+212 5 23 48 22 22");
      second.presses("desk.region.button");
      second.sees(second.text("desk.region.conflict.title"));
      assertThat(said(second, "phone")).hasValue("+212 5 23 48 22 22");
      second.presses("desk.region.conflict.button");
      second.sees(second.text("desk.region.reloaded"));
      assertThat(said(second, "phone")).hasValue("+212 5 23 48 11 11");
      said(second, "phone").fill("+212 5 23 48 22 22");
      isSaved(second);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_reason_of_the_region_is_offered_to_whoever_decides(BrowserWindow window) {
    IdeaBehindTheBrowser idea = IdeaBehindTheBrowser.pending();
    StaffBehindTheBrowser organiser = StaffBehindTheBrowser.with(window.language(), "ORGANISER");
    String reason = "Le tissage est déjà bien servi chez nous.";
    try (PersonInTheBrowser person = Browser.person(window)) {
      organiser.goesTo(person, "/desk/region/", "desk.region.title");
      said(person, "reasons.fr.REJECT").fill("Hors sujet.\n" + reason);
      isSaved(person);

      person.opens("/desk/idea/#id=" + idea.id());
      assertThat(person.page().locator("#canned-field")).isHidden();
      person.answer("choice.REJECT").check();
      Locator canned = person.page().locator("#canned");
      assertThat(canned.locator("option")).hasCount(3);
      canned.selectOption(reason);
      Locator written = person.page().locator("#f-reason");
      assertThat(written).hasValue(reason);
      assertThat(written).isFocused();
      canned.selectOption("Hors sujet.");
      assertThat(written).hasValue("Hors sujet.");
      written.fill("Ma propre phrase.");
      canned.selectOption(reason);
      assertThat(written).hasValue("Ma propre phrase.\n" + reason);
    }
    try (PersonInTheBrowser moderator = Browser.person(window)) {
      moderator.opensLinkInOwnLanguage(DecisionMailInTheBrowser.linkTo(idea.title(), 1));
      moderator.answer("choice.REQUEST_CHANGES").check();
      assertThat(moderator.page().locator("#canned option")).hasCount(4);
      assertThat(moderator.page().locator("#canned option").last()).hasAttribute("lang", "fr");
      moderator.answer("choice.APPROVE").check();
      assertThat(moderator.page().locator("#canned-field")).isHidden();
    }
  }

  @Test
  void is_closed_to_moderators() {
    StaffBehindTheBrowser moderator =
        StaffBehindTheBrowser.with(BrowserWindow.FRENCH_AT_A_DESK.language(), "MODERATOR");
    try (PersonInTheBrowser person = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      moderator.goesTo(person, "/desk/region/", "desk.region.title");
      person.sees(person.text("desk.region.forbidden"));
      assertThat(person.page().locator("#to-region")).isHidden();
    }
  }
}
