package twiza.table;

import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** DynamoDB Local in this JVM, in memory, once for all tests; it ends with the JVM. */
final class LocalDynamoDb {

  private static final String NATIVE_NAME = "(lib)?sqlite4java-.*\\.(so|dll|dylib)";

  private static final URI ENDPOINT = start();

  private LocalDynamoDb() {}

  static URI endpoint() {
    return ENDPOINT;
  }

  private static URI start() {
    try {
      System.setProperty("sqlite4java.library.path", nativeLibraries().toString());
      Configurator.setLevel("com.amazonaws.services.dynamodbv2", Level.ERROR);
      Configurator.setLevel("org.eclipse.jetty", Level.WARN);
      int port = freePort();
      new DynamoDBProxyServer(port, new LocalDynamoDBServerHandler(inMemory(), null)).start();
      return URI.create("http://localhost:" + port);
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }

  private static LocalDynamoDBRequestHandler inMemory() {
    return new LocalDynamoDBRequestHandler(0, true, null, true, false);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The libraries that Maven puts on the class path as files of their own, in one folder. */
  private static Path nativeLibraries() throws IOException {
    Path folder = Files.createTempDirectory("sqlite4java");
    folder.toFile().deleteOnExit();
    List<Path> libraries = Stream.concat(onClassPath(), besideTheJar()).distinct().toList();
    for (Path library : libraries) {
      Path copy = folder.resolve(library.getFileName());
      if (!Files.exists(copy)) {
        Files.copy(library, copy);
        copy.toFile().deleteOnExit();
      }
    }
    if (libraries.isEmpty()) {
      throw new IllegalStateException("No native library of sqlite4java on the class path");
    }
    return folder;
  }

  private static Stream<Path> onClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(LocalDynamoDb::isNative);
  }

  /** The local repository keeps them in folders beside the one of the Java part. */
  private static Stream<Path> besideTheJar() {
    try {
      Path jar =
          Path.of(
              Class.forName("com.almworks.sqlite4java.SQLite")
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI());
      Path group = jar.getParent().getParent().getParent();
      try (Stream<Path> files = Files.walk(group, 3)) {
        return files.filter(LocalDynamoDb::isNative).toList().stream();
      }
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNative(Path file) {
    return file.getFileName() != null && file.getFileName().toString().matches(NATIVE_NAME);
  }
}
