package twiza.web;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import twiza.place.Language;
import twiza.place.Places;

/**
 * Writes the static site into a folder: every page that needs no data, in every language, with the
 * assets beside them. The bank and its ideas are rendered at run time by the catalogue.
 */
public final class SiteGenerator {

  /** What others show beside a link to a page. */
  static final String SHARED = "share.png";

  private final Pages pages;

  SiteGenerator(Pages pages) {
    this.pages = pages;
  }

  /** Takes the folder to write, which is emptied first. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    empty(folder);
    new SiteGenerator(new Pages(Places.load())).write(folder);
  }

  void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    ImageIO.write(Zellige.shared(), "png", folder.resolve(SHARED).toFile());
  }

  /** The text of every file by its path within the folder. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("index.html", pages.languages());
    files.put("404.html", pages.notFound(Language.FR));
    files.put("favicon.svg", Zellige.favicon());
    files.put("sw.js", Assets.read("sw.js"));
    for (Language language : Language.values()) {
      pagesIn(language).forEach((path, html) -> files.put(language.tag() + "/" + path, html));
    }
    pages.assets().contents().forEach((address, text) -> files.put(address.substring(1), text));
    return files;
  }

  private Map<String, String> pagesIn(Language language) {
    Map<String, String> html = new LinkedHashMap<>();
    html.put("index.html", pages.home(language));
    html.put("offline/index.html", pages.offline(language));
    html.put("submit/index.html", pages.submit(language, FormView.EMPTY));
    html.put("receipt/index.html", pages.receipt(language, Optional.empty()));
    html.put("confirm/index.html", pages.confirm(language, FormView.EMPTY));
    html.put("confirm/done/index.html", pages.confirmed(language));
    html.put("link/index.html", pages.linkAgain(language));
    html.put("follow/index.html", pages.follow(language));
    html.put("interest/index.html", pages.interest(language));
    html.put("decide/index.html", pages.decide(language));
    html.put("jury/index.html", pages.jury(language));
    html.put("desk/index.html", pages.queue(language));
    html.put("desk/calls/index.html", pages.calls(language));
    html.put("desk/interests/index.html", pages.deskInterests(language));
    html.put("desk/board/index.html", pages.board(language));
    html.put("desk/guide/index.html", pages.deskGuide(language));
    html.put("desk/sign-in/index.html", pages.signIn(language));
    html.put("desk/idea/index.html", pages.deskIdea(language));
    html.put("desk/enter/index.html", pages.enter(language));
    html.put("desk/import/index.html", pages.imports(language));
    html.put("desk/staff/index.html", pages.staff(language));
    html.put("desk/audit/index.html", pages.audit(language));
    html.put("desk/region/index.html", pages.deskRegion(language));
    html.put("desk/needs/index.html", pages.deskNeeds(language));
    html.put("desk/rounds/index.html", pages.deskRounds(language));
    html.put("desk/round/index.html", pages.deskRound(language));
    html.put("desk/jury/index.html", pages.deskJury(language));
    html.put("desk/results/index.html", pages.deskResults(language));
    html.put("desk/room/index.html", pages.room(language));
    html.put("desk/poster/index.html", pages.poster(language));
    html.put("desk/me/index.html", pages.me(language));
    html.put("privacy/index.html", pages.privacy(language));
    html.put("404.html", pages.notFound(language));
    return html;
  }

  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
