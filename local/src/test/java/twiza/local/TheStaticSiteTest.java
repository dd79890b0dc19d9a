package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheStaticSiteTest {
  @TempDir Path folder;
  private StaticSite site;

  @BeforeEach
  void build() throws IOException {
    Path root = folder.resolve("site");
    write(root.resolve("index.html"), "home");
    write(root.resolve("ar/index.html"), "الرئيسية");
    write(root.resolve("assets/site.css"), "body {}");
    write(folder.resolve("secret.txt"), "secret");
    site = new StaticSite(root);
  }

  @Test
  void servesTheIndexOfAFolder() {
    assertThat(text(get("/"))).isEqualTo("home");
    assertThat(text(get("/ar/"))).isEqualTo("الرئيسية");
    assertThat(get("/ar").headers()).containsEntry("location", List.of("/ar/"));
  }

  @Test
  void keepsAssetsForAYear() {
    Reply css = get("/assets/site.css");
    assertThat(css.headers()).containsEntry("content-type", List.of("text/css; charset=utf-8"));
    assertThat(css.headers().get("cache-control").getFirst()).contains("immutable");
  }

  @Test
  void answersAKnownTagWithoutABody() {
    String tag = get("/ar/").headers().get("etag").getFirst();
    Reply reply = answer("GET", "/ar/", Map.of("if-none-match", List.of(tag))).orElseThrow();
    assertThat(reply.status()).isEqualTo(304);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void leavesWhatIsNoFileToTheApi() {
    assertThat(answer("GET", "/ar/nothing/", Map.of())).isEmpty();
    assertThat(answer("GET", "/assets/", Map.of())).isEmpty();
  }

  @Test
  void servesNothingOutsideItsFolder() {
    assertThat(answer("GET", "/../secret.txt", Map.of())).isEmpty();
    assertThat(answer("GET", "/a\0b", Map.of())).isEmpty();
  }

  @Test
  void takesNothing() {
    assertThat(answer("POST", "/", Map.of()).orElseThrow().status()).isEqualTo(405);
  }

  private Reply get(String path) {
    return answer("GET", path, Map.of()).orElseThrow();
  }

  private Optional<Reply> answer(String method, String path, Map<String, List<String>> headers) {
    return site.answer(new Request(method, path, "", headers, new byte[0], "127.0.0.1"));
  }

  private static String text(Reply reply) {
    return new String(reply.body(), UTF_8);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
