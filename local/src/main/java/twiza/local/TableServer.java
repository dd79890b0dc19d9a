package twiza.local;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** DynamoDB Local in this JVM, its data in a folder, over HTTP on the loopback interface. */
final class TableServer implements AutoCloseable {
  // DynamoDB Local's older SDK warns of libraries that it does not need; kept, or it would be
  // reset.
  private static final Logger OLD_SDK = Logger.getLogger("com.amazonaws");

  private final KeptTables tables;
  private final Server server;

  private TableServer(KeptTables tables, Server server) {
    this.tables = tables;
    this.server = server;
  }

  /** Opens the folder and starts. */
  static TableServer start(Path folder) throws Exception {
    OLD_SDK.setLevel(Level.SEVERE);
    Files.createDirectories(folder);
    KeptTables tables = new KeptTables(folder);
    // Not DynamoDB Local's own server: that one listens on every interface and sends telemetry.
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new LocalDynamoDBServerHandler(tables, null));
    server.start();
    return new TableServer(tables, server);
  }

  URI endpoint() {
    return URI.create(
        "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
    tables.shutdown();
  }
}
