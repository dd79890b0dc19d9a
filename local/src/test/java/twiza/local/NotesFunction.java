package twiza.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes each line of a note as an event of its own; tells what it was asked. */
public final class NotesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Map<String, String> environment;
  private final Services services;

  public NotesFunction(Map<String, String> environment, InstantSource clock) {
    this.environment = environment;
    this.services = new Services(environment);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return switch (event.getRouteKey()) {
      case "POST /api/notes" -> write(event);
      case "GET /api/notes/{id}" -> reply(200, read(event.getPathParameters().get("id")));
      case "GET /api/failure" -> throw new IllegalStateException("as asked");
      default -> reply(200, "<p>" + event.getPathParameters().get("language") + "</p>");
    };
  }

  private APIGatewayV2HTTPResponse write(APIGatewayV2HTTPEvent event) {
    List<String> lines = event.getBody().lines().toList();
    try (var tables = services.tables()) {
      for (int i = 0; i < lines.size(); i++) {
        put(tables, "EVENT#" + i, lines.get(i));
      }
      put(tables, "NOTE", event.getBody());
    }
    return reply(201, event.getRequestContext().getHttp().getSourceIp());
  }

  private void put(
      software.amazon.awssdk.services.dynamodb.DynamoDbClient tables, String sort, String text) {
    tables.putItem(
        it ->
            it.tableName(environment.get("TABLE"))
                .item(
                    Map.of(
                        "PK", AttributeValue.fromS("NOTE#" + text.hashCode()),
                        "SK", AttributeValue.fromS(sort),
                        "text", AttributeValue.fromS(text))));
  }

  private String read(String id) {
    return switch (id) {
      case "settings" -> services.settings();
      case "key" -> services.key();
      default -> texts();
    };
  }

  private String texts() {
    try (var tables = services.tables()) {
      return tables.scan(it -> it.tableName(environment.get("TABLE"))).items().stream()
          .filter(it -> it.get("SK").s().equals("NOTE"))
          .map(it -> it.get("text").s())
          .collect(Collectors.joining("\n"));
    }
  }

  private static APIGatewayV2HTTPResponse reply(int status, String body) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(Map.of("Content-Type", "text/plain; charset=utf-8"))
        .withCookies(List.of("one=1; HttpOnly", "two=2"))
        .withBody(body)
        .build();
  }
}
