package twiza.search.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/** The editions of the index in their store. Which one is the newest stands in one object. */
public final class Editions {

  private static final String NEWEST = "newest.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final IndexStore store;

  public Editions(IndexStore store) {
    this.store = store;
  }

  /** Empty before the first was published. */
  public Optional<Edition> newest() {
    return store.read(NEWEST).map(Editions::parse);
  }

  /**
   * The files of an edition in memory.
   *
   * @param known files of another edition that need not be read again, by their names in the store
   * @return empty when one of the files is not there any more
   */
  public Optional<Directory> load(Edition edition, Map<String, Directory> known) {
    Directory directory = new ByteBuffersDirectory();
    try {
      for (Map.Entry<String, String> file : edition.files().entrySet()) {
        Directory other = known.get(file.getValue());
        if (other != null) {
          directory.copyFrom(other, file.getKey(), file.getKey(), IOContext.DEFAULT);
        } else {
          Optional<byte[]> content = store.read(file.getValue());
          if (content.isEmpty()) {
            return Optional.empty();
          }
          write(directory, file.getKey(), content.get());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(directory);
  }

  private static void write(Directory directory, String name, byte[] content) throws IOException {
    try (IndexOutput output = directory.createOutput(name, IOContext.DEFAULT)) {
      output.writeBytes(content, content.length);
    }
  }

  /**
   * Publishes what a directory holds. Files come first, then the one object that says which are the
   * newest, so that nobody ever reads half an edition.
   *
   * @param before the newest one until now
   * @param goesOn whether it is that one changed, so that files with equal names are equal; not
   *     another index, whose files are only called the same
   */
  public Edition publish(
      Directory directory,
      String number,
      int format,
      Optional<Edition> before,
      boolean goesOn,
      Instant readUntil,
      Set<String> seen) {
    Map<String, String> old = before.map(Edition::files).orElse(Map.of());
    Map<String, String> files = new LinkedHashMap<>();
    try {
      for (String name : directory.listAll()) {
        String stored = goesOn ? old.get(name) : null;
        if (stored == null) {
          stored = number + "/" + name;
          store.write(stored, read(directory, name));
        }
        files.put(name, stored);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> retired = new LinkedHashSet<>(old.values());
    retired.removeAll(files.values());
    Edition edition = new Edition(format, number, files, retired, readUntil, seen);
    store.write(NEWEST, json(edition));
    before.map(Edition::retired).orElse(Set.of()).forEach(store::delete);
    return edition;
  }

  /** Says that an edition holds what happened until a later time. */
  public Edition readUntil(Edition edition, Instant readUntil, Set<String> seen) {
    Edition later =
        new Edition(
            edition.format(),
            edition.number(),
            edition.files(),
            edition.retired(),
            readUntil,
            seen);
    store.write(NEWEST, json(later));
    return later;
  }

  private static byte[] read(Directory directory, String name) throws IOException {
    try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
      byte[] content = new byte[Math.toIntExact(input.length())];
      input.readBytes(content, 0, content.length);
      return content;
    }
  }

  private static byte[] json(Edition edition) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", edition.format()).put("number", edition.number());
    json.put("readUntil", edition.readUntil().toString());
    edition.files().forEach(json.putObject("files")::put);
    edition.retired().forEach(json.putArray("retired")::add);
    edition.seen().forEach(json.putArray("seen")::add);
    try {
      return JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Edition parse(byte[] content) {
    try {
      JsonNode json = JSON.readTree(content);
      Map<String, String> files = new LinkedHashMap<>();
      json.path("files")
          .properties()
          .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
      return new Edition(
          json.path("format").asInt(),
          json.path("number").asText(),
          files,
          texts(json.path("retired")),
          Instant.parse(json.path("readUntil").asText()),
          texts(json.path("seen")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new LinkedHashSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
