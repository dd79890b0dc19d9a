package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.moderation.Desk.ROUTE;
import static twiza.moderation.Desk.WEDNESDAY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.access.SignedLinks.Link;
import twiza.http.Requests;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.moderation.Desk.Answer;
import twiza.settings.TestKeys;

/** Only a link of ours, in time, in the hands of one of the region's moderators, opens an idea. */
class WhoMayDecideTest {

  private static final Map<String, Object> APPROVAL = Map.of("choice", "APPROVE", "revision", 1);

  private final Desk desk = new Desk();
  private final Journey idea = Journey.begins(desk.ideas, Samples.anIdea()).confirmed();

  /** Neither reading nor deciding gets through. */
  private void assertRefused(int status, String code, Function<Requests, Requests> as) {
    Requests get = Requests.get(ROUTE).at(WEDNESDAY);
    Requests post = Requests.post(ROUTE).at(WEDNESDAY).json(APPROVAL);
    for (Requests request : List.of(as.apply(get), as.apply(post))) {
      Answer answer = desk.say(request);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.code()).isEqualTo(code);
    }
    assertThat(idea.dossier().idea().state()).isEqualTo(State.PENDING);
  }

  @Test
  void nobodyWithoutALink() {
    assertRefused(401, "UNAUTHORIZED", request -> request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30.", "null", "🗝️"})
  void nothingThatIsNoToken(String token) {
    assertRefused(401, "UNAUTHORIZED", request -> request.bearer(token));
  }

  @Test
  void noTokenWithOneBitChanged() {
    String token = desk.link(desk.first(), idea.id(), 1);
    assertThat(desk.reads(token).status()).isEqualTo(200);
    for (String changed : withOneBitChanged(token)) {
      assertThat(desk.reads(changed).status()).as(changed).isEqualTo(401);
    }
  }

  /** Each byte of each part once, another of its bits each time. */
  private static List<String> withOneBitChanged(String token) {
    List<String> changed = new ArrayList<>();
    String[] parts = token.split("\\.", -1);
    for (int part = 0; part < parts.length; part++) {
      for (int i = 0; i < Base64.getUrlDecoder().decode(parts[part]).length; i++) {
        byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
        bytes[i] ^= (byte) (1 << i % 8);
        String[] others = parts.clone();
        others[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        changed.add(String.join(".", others));
      }
    }
    return changed;
  }

  @Test
  void noLinkAfterItsTime() {
    Link link = new Link.Decide(desk.first().id(), idea.id(), 1);
    String token = desk.links.sign(link, WEDNESDAY);
    assertRefused(401, "EXPIRED", request -> request.bearer(token));
    Requests before = Requests.get(ROUTE).at(WEDNESDAY.minus(Duration.ofSeconds(1)));
    assertThat(desk.say(before.bearer(token)).status()).isEqualTo(200);
  }

  @Test
  void noLinkThatWasMadeForSomethingElse() {
    String token = desk.links.sign(new Link.Confirm(idea.id(), 1), WEDNESDAY.plusSeconds(60));
    assertRefused(401, "UNAUTHORIZED", request -> request.bearer(token));
  }

  @Test
  void aLinkSignedBeforeTheKeysWereRotatedStillOpens() {
    String token =
        TestKeys.linksBeforeRotation()
            .sign(new Link.Decide(desk.first().id(), idea.id(), 1), WEDNESDAY.plusSeconds(60));
    assertThat(desk.reads(token).status()).isEqualTo(200);
  }

  @Test
  void nobodyWhoIsNoModeratorAnyMore() {
    String token = desk.link(desk.first(), idea.id(), 1);
    desk.employees.dismiss(desk.first(), "05");
    assertRefused(403, "FORBIDDEN", request -> request.bearer(token));
  }

  @Test
  void nobodyFromAnotherRegion() {
    String token = desk.link(desk.elsewhere(), idea.id(), 1);
    assertRefused(403, "FORBIDDEN", request -> request.bearer(token));
  }

  @Test
  void nothingIsFoundBehindALinkToNoIdea() {
    String token = desk.link(desk.first(), "01JTWZ00000000000000000000", 1);
    assertRefused(404, "NOT_FOUND", request -> request.bearer(token));
  }
}
