package twiza.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** An HTTP server on the loopback interface: reads requests whole, writes answers whole. */
final class Front implements AutoCloseable {
  /** Lets a test play many addresses; of no meaning in the cloud. */
  static final String SOURCE_HEADER = "x-local-source-ip";

  private static final String SITE_HEADER = "x-twiza-site";

  private static final Logger LOG = LogManager.getLogger(Front.class);
  private static final int LARGEST_BODY = 10 * 1024 * 1024;
  private static final int WORTH_ZIPPING = 1024;

  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Takes the port, answers nothing before {@link #start}.
   *
   * @param port 0 for any that is free
   * @param clock of the system
   * @throws IllegalStateException when the port is taken
   */
  Front(int port, InstantSource clock) throws IOException {
    this.clock = clock;
    // Without it the JDK's server waits 40 ms before the second part of an answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      server = HttpServer.create(address, 0);
    } catch (BindException e) {
      throw new IllegalStateException(
          "port " + port + " is taken; choose another one with -Dtwiza.port=", e);
    }
    server.setExecutor(executor);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Where the server is found, without a slash at the end. */
  String url() {
    return "http://localhost:" + port();
  }

  void start(Function<Request, Reply> answers) {
    server.createContext("/", exchange -> handle(exchange, answers));
    server.start();
  }

  private void handle(HttpExchange exchange, Function<Request, Reply> answers) {
    try (exchange) {
      Optional<byte[]> body = body(exchange);
      Reply reply =
          body.isEmpty()
              ? Reply.gateway(413, "Request Entity Too Large")
              : answers.apply(request(exchange, body.get()));
      write(exchange, reply);
    } catch (IOException e) {
      LOG.debug("the client went away", e);
    } catch (RuntimeException | Error e) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI().getPath(), e);
    }
  }

  /**
   * The body, or empty when it is too large; reads to the end so that the client gets an answer.
   */
  private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(LARGEST_BODY + 1);
    if (body.length <= LARGEST_BODY) {
      return Optional.of(body);
    }
    in.transferTo(OutputStream.nullOutputStream());
    return Optional.empty();
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    headers.put(SITE_HEADER, List.of(site(exchange)));
    List<String> source = headers.remove(SOURCE_HEADER);
    String socket = exchange.getRemoteAddress().getAddress().getHostAddress();
    String query = exchange.getRequestURI().getRawQuery();
    String path = exchange.getRequestURI().getPath();
    return new Request(
        exchange.getRequestMethod(),
        path == null || !path.startsWith("/") ? "/" : path,
        query == null ? "" : query,
        headers,
        body,
        source == null ? socket : source.getFirst());
  }

  /** As the edge says it in the cloud: where whoever asks sees the site. */
  private static String site(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return "http://" + (host == null ? "localhost" : host.toLowerCase(Locale.ROOT));
  }

  private void write(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    reply.headers().forEach((name, values) -> values.forEach(it -> headers.add(name, it)));
    headers.set("Age", String.valueOf(ahead()));
    byte[] body = zipped(exchange, reply);
    boolean empty = body.length == 0 || reply.status() == 204 || reply.status() == 304;
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(reply.status(), -1);
    } else {
      exchange.sendResponseHeaders(reply.status(), empty ? -1 : body.length);
      if (!empty) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /**
   * The JDK dates every answer by the machine's clock. By how many seconds this system's clock was
   * moved on from there is said as an edge says how old an answer is.
   */
  private long ahead() {
    Duration ahead = Duration.between(InstantSource.system().instant(), clock.instant());
    return Math.max(0, ahead.toSeconds());
  }

  private static byte[] zipped(HttpExchange exchange, Reply reply) throws IOException {
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    boolean wanted = accepted != null && accepted.contains("gzip");
    if (!wanted || reply.body().length < WORTH_ZIPPING || !isText(reply)) {
      return reply.body();
    }
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(reply.body());
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.getResponseHeaders().add("Vary", "Accept-Encoding");
    return zipped.toByteArray();
  }

  private static boolean isText(Reply reply) {
    String type = reply.headers().getOrDefault("content-type", List.of("")).getFirst();
    return !reply.headers().containsKey("content-encoding")
        && (type.startsWith("text/") || type.contains("json") || type.contains("xml"));
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
