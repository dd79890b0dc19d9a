package twiza.local;

import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** DynamoDB Local in this JVM, its data in a folder, over HTTP on the loopback interface. */
final class TableServer implements AutoCloseable {
  // DynamoDB Local's older SDK warns of libraries that it does not need; kept, or it would be
  // reset.
  private static final Logger OLD_SDK = Logger.getLogger("com.amazonaws");

  private final GuardedTables tables;
  private final Server server;

  private TableServer(GuardedTables tables, Server server) {
    this.tables = tables;
    this.server = server;
  }

  /** Opens the folder and starts. */
  static TableServer start(Path folder) throws Exception {
    OLD_SDK.setLevel(Level.SEVERE);
    Files.createDirectories(folder);
    GuardedTables tables = new GuardedTables(folder);
    // Not DynamoDB Local's own server: that one listens on every interface and sends telemetry.
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(new Reception(tables));
    server.start();
    return new TableServer(tables, server);
  }

  /** Where whoever has no name is served, and may do everything. */
  URI endpoint() {
    return URI.create(
        "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
  }

  /** Where a function is served, and may do what its policies grant it. */
  URI endpoint(FunctionDefinition function) {
    tables.grant(function.id(), function.grants());
    return endpoint().resolve("/" + function.id());
  }

  /** Knows a function by the path it calls: every function of this JVM has the same credential. */
  private static final class Reception extends LocalDynamoDBServerHandler {
    private final GuardedTables tables;

    Reception(GuardedTables tables) {
      super(tables, null);
      this.tables = tables;
    }

    @Override
    protected String getAccessKey(Request request) throws DynamoDBLocalServiceException {
      String function = Request.getPathInContext(request).replace("/", "");
      if (function.isEmpty()) {
        return super.getAccessKey(request);
      }
      tables.mustBeChecked(
          function, request.getHeaders().get("X-Amz-Target").replaceFirst(".*\\.", ""));
      return function;
    }
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
    tables.shutdown();
  }
}
