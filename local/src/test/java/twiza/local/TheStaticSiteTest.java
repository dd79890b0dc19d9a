package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    write(root.resolve("ar/404.html"), "غير موجود");
    write(root.resolve("fr/404.html"), "introuvable");
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
    Reply reply = site.answer(request("GET", "/ar/", Map.of("if-none-match", List.of(tag))));
    assertThat(reply.status()).isEqualTo(304);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void saysNotFoundInTheLanguageOfThePath() {
    assertThat(get("/ar/nothing/").status()).isEqualTo(404);
    assertThat(text(get("/ar/nothing/"))).isEqualTo("غير موجود");
    assertThat(text(get("/xx/nothing"))).isEqualTo("introuvable");
  }

  @Test
  void servesNothingOutsideItsFolder() {
    assertThat(get("/../secret.txt").status()).isEqualTo(404);
    assertThat(get("/a\0b").status()).isEqualTo(404);
  }

  @Test
  void takesNothing() {
    assertThat(site.answer(request("POST", "/", Map.of())).status()).isEqualTo(405);
  }

  private Reply get(String path) {
    return site.answer(request("GET", path, Map.of()));
  }

  private static Request request(String method, String path, Map<String, List<String>> headers) {
    return new Request(method, path, "", headers, new byte[0], "127.0.0.1");
  }

  private static String text(Reply reply) {
    return new String(reply.body(), UTF_8);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
