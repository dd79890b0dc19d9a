package twiza.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import twiza.place.Language;
import twiza.place.Places;

/**
 * The style sheet, the scripts and the drawings, under addresses that carry a hash of the content.
 * The generated site and the pages rendered at run time take them from the same class path, and so
 * agree on the addresses.
 */
public final class Assets {

  private static final String FOLDER = "/assets/";
  private static final Pattern IMPORTED = Pattern.compile("(?:from|import) \"(/assets/[^\"]+)\"");

  /** In an order in which each file comes after those that it names. */
  private static final String[] FILES = {
    "site.css",
    "work.css",
    "print.css",
    "folding.js",
    "region.js",
    "seen.js",
    "shared.js",
    "countdown.js",
    "language.js",
    "kept.js",
    "said.js",
    "sheet.js",
    "offline.js",
    "similar.js",
    "answering.js",
    "steps.js",
    "submit.js",
    "receipt.js",
    "confirm.js",
    "link.js",
    "progress.js",
    "uptake.js",
    "follow.js",
    "interest.js",
    "report.js",
    "ask.js",
    "idea.js",
    "deciding.js",
    "decide.js",
    "outbox.js",
    "paper.js",
    "jury.js",
    "door.js",
    "sign-in.js",
    "desk.js",
    "queue.js",
    "calls.js",
    "desk-interests.js",
    "desk-idea.js",
    "enter.js",
    "import.js",
    "desk-rounds.js",
    "chart.js",
    "desk-round.js",
    "watch.js",
    "desk-jury.js",
    "plot.js",
    "awards.js",
    "takeaway.js",
    "reviews.js",
    "desk-results.js",
    "room.js",
    "poster.js",
    "staff.js",
    "audit.js",
    "desk-region.js",
    "desk-needs.js",
    "desk-guide.js",
    "board.js",
    "me.js"
  };

  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, String> contents = new ConcurrentHashMap<>();

  private final Map<String, String> sentences = new ConcurrentHashMap<>();
  private final Sentences spoken;

  private Assets(Sentences spoken) {
    this.spoken = spoken;
    add("zellige.svg", Zellige.lattice());
    for (String file : FILES) {
      add(file, read(file));
    }
  }

  static Assets load(Places places) {
    return new Assets(new Sentences(places));
  }

  /**
   * The address of an asset, such as {@code /assets/site.1f0c2a9b3d.css} for {@code site.css}.
   *
   * @throws IllegalArgumentException when there is no such asset
   */
  public String address(String name) {
    String address = addresses.get(name);
    if (address == null) {
      throw new IllegalArgumentException("no asset " + name);
    }
    return address;
  }

  /** The modules that a script imports, and those that they import, each once. */
  List<String> imports(String script) {
    Set<String> found = new LinkedHashSet<>();
    collectImports(address(script), found);
    return List.copyOf(found);
  }

  private void collectImports(String address, Set<String> found) {
    Matcher imported = IMPORTED.matcher(contents.get(address));
    while (imported.find()) {
      if (found.add(imported.group(1))) {
        collectImports(imported.group(1), found);
      }
    }
  }

  /** The address of what a page's script says in a language. */
  String sentences(String script, Language language) {
    return sentences.computeIfAbsent(
        script.replace(".js", "-" + language.tag()),
        stem -> {
          String content = spoken.of(script, language);
          String address = address(stem, ".js", content);
          contents.put(address, content);
          return address;
        });
  }

  /** The contents by address. */
  public Map<String, String> contents() {
    for (String script : Sentences.scripts()) {
      for (Language language : Language.values()) {
        sentences(script, language);
      }
    }
    return Map.copyOf(contents);
  }

  private void add(String name, String source) {
    String content = source;
    for (Map.Entry<String, String> known : addresses.entrySet()) {
      content = content.replace("./" + known.getKey(), known.getValue());
    }
    int dot = name.lastIndexOf('.');
    String address = address(name.substring(0, dot), name.substring(dot), content);
    addresses.put(name, address);
    contents.put(address, content);
  }

  private static String address(String stem, String ending, String content) {
    return FOLDER + stem + "." + hash(content) + ending;
  }

  /** The content of a file that keeps its name. */
  static String read(String file) {
    try (InputStream stream = Assets.class.getResourceAsStream("assets/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
