package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import twiza.acceptance.Caller.Answer;
import twiza.local.Options;
import twiza.place.Language;

/**
 * Draws the screens of the documents, {@code docs/screens/*.png}, from the running system with the
 * ideas of the demonstration. Its name keeps it out of the ordinary build; it runs when asked for:
 *
 * <pre>mvn verify -pl acceptance -am -Dtest=Screens -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class Screens {

  private static final Path FOLDER = Options.project().resolve("docs/screens");
  private static final int LARGEST_BYTES = 200_000;
  private static final String MORE =
      " Un camion partagé relie la vallée aux marchés deux fois par semaine.";

  private final List<JsonNode> ideas = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final List<String> links = new ArrayList<>();

  @Test
  void draws() throws IOException {
    publishTheDemonstration();
    drawHome();
    drawBank();
    drawForm();
    drawReceipt();
    drawDecision();
    drawIdea();
  }

  private void publishTheDemonstration() throws IOException {
    try (InputStream in = Options.class.getResourceAsStream("/demo/ideas.json")) {
      Caller.JSON.readTree(in).forEach(ideas::add);
    }
    for (JsonNode idea : ideas) {
      Answer sent = send(idea);
      Moderator.askedAbout(idea.path("title").asText()).approves();
      ids.add(sent.text("id"));
      links.add(sent.text("followLink"));
    }
  }

  private static Answer send(JsonNode idea) {
    Answer sent = Running.anybody().post("/api/ideas", idea);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    String address = idea.at("/author/email").asText();
    String token = Running.inboxOf(address).awaitMail("/confirm/").token("confirm");
    Running.anybody().post("/api/ideas/confirmation", Map.of("token", token));
    return sent;
  }

  private static void drawHome() {
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      reader.opens("/");
      draw(reader, "home-fr");
    }
  }

  private static void drawBank() {
    try (PersonInTheBrowser reader = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      reader.opens("/ideas/");
      draw(reader, "bank-fr");
    }
  }

  private static void drawForm() {
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
      author.opens("/submit/");
      author.field("title").scrollIntoViewIfNeeded();
      author.page().evaluate("scrollTo(0, document.querySelector('#place').offsetTop - 24)");
      draw(author, "submit-ar-phone");
    }
  }

  private static void drawReceipt() {
    IdeaInTheBrowser idea =
        IdeaInTheBrowser.in(Language.FR).titled("Un séchoir solaire pour les figues d’Ouaoula");
    try (PersonInTheBrowser author = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      author.opens("/submit/");
      FormInTheBrowser form = FormInTheBrowser.of(author).describes(idea);
      form.by(idea, "email", "itto@example.org").agrees().sends();
      author.isAt("/receipt/", "receipt.title");
      author.page().locator("#r-qr svg").waitFor();
      author.page().setViewportSize(1280, 1500);
      draw(author, "receipt-fr");
    }
  }

  private void drawDecision() {
    JsonNode idea = ideas.getFirst();
    ObjectNode correction = idea.deepCopy();
    correction.remove(List.of("author", "consent", "adult"));
    correction.put("solution", idea.path("solution").asText() + MORE);
    correction.put("basedOn", 1);
    String token = links.getFirst().substring(links.getFirst().indexOf("=") + 1);
    assertThat(Running.anybody().bearing(token).put("/api/my/idea", correction).status())
        .isEqualTo(200);
    try (PersonInTheBrowser moderator = Browser.person(BrowserWindow.FRENCH_AT_A_DESK)) {
      moderator.page().setViewportSize(1280, 1200);
      moderator.opensLink(DecisionMailInTheBrowser.linkTo(idea.path("title").asText(), 2));
      moderator.sees(moderator.text("decide.choice"));
      draw(moderator, "decide-fr");
    }
  }

  private void drawIdea() {
    for (int i = 0; i < ideas.size(); i++) {
      if (ideas.get(i).at("/author/language").asText().equals("ar")) {
        try (PersonInTheBrowser reader = Browser.person(BrowserWindow.ARABIC_ON_A_PHONE)) {
          reader.opens("/ideas/" + ids.get(i) + "/");
          draw(reader, "idea-ar-phone");
        }
        return;
      }
    }
  }

  private static void draw(PersonInTheBrowser person, String name) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(person.page().screenshot()));
      Path file = FOLDER.resolve(name + ".png");
      ImageIO.write(withFewerColours(image), "png", file.toFile());
      assertThat(file.toFile()).as(name).size().isLessThan(LARGEST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Six bits a channel: the eye sees the same, and the file is much smaller. */
  private static BufferedImage withFewerColours(BufferedImage image) {
    BufferedImage fewer =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int high = image.getRGB(x, y) & 0xfcfcfc;
        fewer.setRGB(x, y, high | (high >> 6 & 0x030303));
      }
    }
    return fewer;
  }
}
