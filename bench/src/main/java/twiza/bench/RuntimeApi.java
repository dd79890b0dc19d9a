package twiza.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Lambda's Runtime API for one process: hands out one event and takes the answer. */
final class RuntimeApi implements AutoCloseable {

  private static final String API = "/2018-06-01/runtime/";
  private static final String REQUEST = "bench-request";

  private final HttpServer server;
  private final byte[] event;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private volatile long restoredAt;
  private volatile boolean handed;

  /**
   * @param at when it had arrived, in {@link System#nanoTime()}
   * @param restoredAt when the process was told that it had been restored; 0 when it was not
   */
  record Answer(String path, String body, long at, long restoredAt) {

    boolean isError() {
      return path.endsWith("error");
    }
  }

  RuntimeApi(byte[] event) throws IOException {
    this.event = event;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(API, this::serve);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  CompletableFuture<Answer> answer() {
    return answer;
  }

  /** The process has ended; an answer that it gave before counts. */
  void nobodyAnswers() {
    answer.completeExceptionally(new IllegalStateException("the process has ended"));
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(API.length());
    switch (path) {
      case "restore/next" -> {
        restoredAt = System.nanoTime();
        reply(exchange, 200, new byte[0]);
      }
      case "invocation/next" -> hand(exchange);
      default -> {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer.complete(new Answer(path, body, System.nanoTime(), restoredAt));
        reply(exchange, 202, new byte[0]);
      }
    }
  }

  /** A second call waits for an event that never comes. */
  private void hand(HttpExchange exchange) throws IOException {
    if (handed) {
      return;
    }
    handed = true;
    var headers = exchange.getResponseHeaders();
    headers.add("Content-Type", "application/json");
    headers.add("Lambda-Runtime-Aws-Request-Id", REQUEST);
    headers.add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
    headers.add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-3:0:function:bench");
    reply(exchange, 200, event);
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
