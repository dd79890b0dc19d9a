package twiza.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** {@code docs/openapi.yaml}, and whether an answer keeps to it. */
public final class Contract {

  private static final String ADDRESS = "https://twiza.invalid/openapi.yaml";
  private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete");

  private final JsonNode document;
  private final JsonSchemaFactory schemas;
  private final SchemaValidatorsConfig config =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private Contract(String yaml) throws JsonProcessingException {
    // Read as a schema, the document has keywords that schemas don't know: a warning for each.
    Configurator.setLevel("com.networknt.schema", Level.ERROR);
    this.document = new YAMLMapper().readTree(yaml);
    this.schemas =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(
                    loaders -> loaders.schemas(Map.of(ADDRESS, document.toString()))));
  }

  /** Reads the contract, from wherever in the project the tests run. */
  public static Contract load() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/openapi.yaml"))) {
      folder = folder.getParent();
    }
    try {
      return new Contract(Files.readString(folder.resolve("docs/openapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every route of the contract as API Gateway writes it, such as {@code POST /api/ideas}. */
  public Set<String> routeKeys() {
    Set<String> keys = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          keys.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return keys;
  }

  /**
   * Asserts that an answer is one that the contract names for the route: its status, its type, the
   * headers promised, and a body that its schema allows.
   *
   * @return the body, when it is JSON
   */
  public JsonNode holds(Requests request, APIGatewayV2HTTPResponse answer) {
    return holds(request.routeKey(), answer);
  }

  public JsonNode holds(String routeKey, APIGatewayV2HTTPResponse answer) {
    String said = routeKey + " -> " + answer.getStatusCode() + " " + answer.getBody();
    String pointer = response(routeKey, answer.getStatusCode());
    JsonNode response = document.at(pointer);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.getHeaders());
    response
        .path("headers")
        .properties()
        .forEach(header -> promised(header.getKey(), resolved(header.getValue()), headers, said));
    if (!response.has("content")) {
      assertThat(Optional.ofNullable(answer.getBody()).orElse("")).as(said).isEmpty();
      return NullNode.getInstance();
    }
    String type = headers.get("Content-Type").replaceFirst(";.*", "");
    assertThat(response.path("content").has(type)).as("%s of type %s", said, type).isTrue();
    return type.endsWith("json")
        ? valid(pointer + "/content/" + escaped(type) + "/schema", answer.getBody(), said)
        : NullNode.getInstance();
  }

  private String response(String routeKey, int status) {
    int space = routeKey.indexOf(' ');
    String method = routeKey.substring(0, space).toLowerCase(Locale.ROOT);
    String operation = "/paths/" + escaped(routeKey.substring(space + 1)) + "/" + method;
    assertThat(document.at(operation).isObject()).as("%s is in the contract", routeKey).isTrue();
    String response = operation + "/responses/" + status;
    JsonNode found = document.at(response);
    assertThat(found.isObject()).as("%s may answer %s", routeKey, status).isTrue();
    return found.has("$ref") ? found.path("$ref").asText().substring(1) : response;
  }

  private static void promised(
      String name, JsonNode header, Map<String, String> headers, String said) {
    if (header.path("required").asBoolean()) {
      assertThat(headers).as(said).containsKey(name);
    }
    JsonNode only = header.at("/schema/const");
    if (only.isTextual()) {
      assertThat(headers).as(said).containsEntry(name, only.asText());
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private JsonNode valid(String pointer, String body, String said) {
    JsonSchema schema = schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer), config);
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      Set<ValidationMessage> faults = schema.validate(json);
      assertThat(faults).as(said).isEmpty();
      return json;
    } catch (JsonProcessingException e) {
      throw new AssertionError(said, e);
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
