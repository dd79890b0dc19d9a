package twiza.table;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import twiza.settings.OtherAws;

/**
 * DynamoDB Local in this JVM, in memory, once for all tests; it ends with the JVM. Or {@link
 * OtherAws}.
 */
final class LocalDynamoDb {

  private LocalDynamoDb() {}

  static URI endpoint() {
    return OtherAws.endpoint().orElseGet(() -> InThisJvm.ENDPOINT);
  }

  private static final class InThisJvm {
    static final URI ENDPOINT = start();
  }

  private static URI start() {
    try {
      Configurator.setLevel("com.amazonaws.services.dynamodbv2", Level.ERROR);
      Configurator.setLevel("org.eclipse.jetty", Level.WARN);
      var inMemory = new LocalDynamoDBRequestHandler(0, true, null, true, false);
      Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.setHandler(new LocalDynamoDBServerHandler(inMemory, null));
      server.start();
      int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
      return URI.create("http://localhost:" + port);
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }
}
