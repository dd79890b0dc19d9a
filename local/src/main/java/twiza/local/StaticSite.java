package twiza.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The generated site, as CloudFront serves it from its bucket. */
final class StaticSite {
  private static final String YEAR = "public, max-age=31536000, immutable";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("xml", "application/xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("pdf", "application/pdf"));

  private final Path root;

  StaticSite(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** The file or the folder's page; empty when there is none. */
  Optional<Reply> answer(Request request) {
    if (!request.reads()) {
      return Optional.of(Reply.gateway(405, "Method Not Allowed").with("allow", "GET, HEAD"));
    }
    return file(request.path())
        .flatMap(
            file ->
                Files.isDirectory(file)
                    ? folder(request, file)
                    : Optional.of(content(request, file)));
  }

  private Optional<Path> file(String path) {
    if (path.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    Path file = root.resolve(path.substring(1)).normalize();
    return file.startsWith(root) && Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  private static Optional<Reply> folder(Request request, Path folder) {
    Path index = folder.resolve("index.html");
    if (!Files.exists(index)) {
      return Optional.empty();
    }
    if (!request.path().endsWith("/")) {
      String query = request.query().isEmpty() ? "" : "?" + request.query();
      return Optional.of(
          Reply.of(301, "text/plain", new byte[0]).with("location", request.path() + "/" + query));
    }
    return Optional.of(content(request, index));
  }

  private static Reply content(Request request, Path file) {
    byte[] bytes = read(file);
    String tag = "\"" + hash(bytes) + "\"";
    String cache = request.path().startsWith("/assets/") ? YEAR : "public, max-age=0, s-maxage=60";
    boolean known = request.header("if-none-match").filter(it -> it.contains(tag)).isPresent();
    Reply reply = Reply.of(known ? 304 : 200, type(file), known ? new byte[0] : bytes);
    return reply.with("etag", tag).with("cache-control", cache);
  }

  private static String type(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
