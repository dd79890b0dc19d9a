package twiza.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The template's parameters and secrets, in the protocols of SSM and Secrets Manager. */
final class SettingsService {
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, String> secretIds = new LinkedHashMap<>();
  private final Secrets secrets;
  private final InstantSource clock;

  SettingsService(Template template, Names names, Secrets secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
    for (Resource parameter : template.resources("AWS::SSM::Parameter")) {
      String value = Tree.text(template.properties(parameter, names).get("Value"));
      parameters.put(names.ref(parameter), value);
    }
    for (Resource secret : template.resources("AWS::SecretsManager::Secret")) {
      Map<String, Object> properties = template.properties(secret, names);
      Map<String, Object> generated = Tree.map(properties.get("GenerateSecretString"));
      secrets.generate(secret.id(), Tree.number(generated.get("PasswordLength"), 32));
      secretIds.put(names.ref(secret), secret.id());
      secretIds.put(LocalNames.name(secret), secret.id());
    }
  }

  /** Answers a call of the AWS JSON protocol. */
  Reply answer(Request request) {
    String target = request.header("x-amz-target").orElse("");
    JsonNode input = Json.read(request.body());
    return switch (target) {
      case "AmazonSSM.GetParameter" -> parameter(input);
      case "secretsmanager.GetSecretValue" -> secret(input);
      default -> error("UnknownOperationException", target + " is not served here");
    };
  }

  private Reply parameter(JsonNode input) {
    String name = input.path("Name").asText();
    String value = parameters.get(name);
    if (value == null) {
      return error("ParameterNotFound", name);
    }
    ObjectNode output = Json.object();
    ObjectNode parameter = output.putObject("Parameter");
    parameter.put("Name", name).put("Type", "String").put("Value", value);
    parameter.put("Version", 1).put("DataType", "text");
    return ok(output);
  }

  private Reply secret(JsonNode input) {
    String name = input.path("SecretId").asText();
    Optional<Secrets.Version> version =
        Optional.ofNullable(secretIds.get(name))
            .flatMap(it -> secrets.find(it, text(input, "VersionId"), text(input, "VersionStage")));
    if (version.isEmpty()) {
      return error("ResourceNotFoundException", name);
    }
    ObjectNode output = Json.object();
    output.put("ARN", name).put("Name", secretIds.get(name));
    output.put("VersionId", version.get().id()).put("SecretString", version.get().value());
    version.get().stages().forEach(output.putArray("VersionStages")::add);
    output.put("CreatedDate", clock.instant().getEpochSecond());
    return ok(output);
  }

  private static String text(JsonNode input, String name) {
    return input.hasNonNull(name) ? input.get(name).asText() : null;
  }

  private static Reply ok(ObjectNode output) {
    return Reply.of(200, "application/x-amz-json-1.1", Json.bytes(output));
  }

  private static Reply error(String type, String message) {
    ObjectNode output = Json.object();
    output.put("__type", type).put("message", message);
    return Reply.of(400, "application/x-amz-json-1.1", Json.bytes(output));
  }
}
