package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ATemplateIsReadTest {
  private static final String TEXT =
      """
      Parameters:
        Stage: {Type: String, Default: dev}
        Port: {Type: Number, Default: 25}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
        IsDev: !Not [!Condition IsProd]
        Both: !And [!Condition IsDev, !Equals [!Ref Port, 25]]
        Any: !Or [!Condition IsProd, !Condition Both]
      Resources:
        Queue: {Type: "AWS::SQS::Queue"}
        OnlyInProd: {Type: "AWS::SQS::Queue", Condition: IsProd}
        Probe:
          Type: Probe
          Properties:
            ref: !Ref Queue
            arn: !GetAtt Queue.Arn
            long: {"Fn::GetAtt": [Queue, Arn]}
            sub: !Sub "${AWS::StackName}:${Port}:${Queue.Arn}:${!kept}"
            mapped: !Sub ["${who} on ${Stage}", {who: !Join ["-", [a, !Ref Port]]}]
            chosen: !If [Any, yes-it-is, no-it-is-not]
            left: !If [IsProd, something, !Ref "AWS::NoValue"]
            list: [one, !If [IsProd, two, !Ref "AWS::NoValue"], three]
            second: !Select [1, !Split [",", "x,y,z"]]
      """;

  @TempDir Path folder;

  @Test
  void withEveryFunctionEvaluated() throws IOException {
    Template template = template(Map.of("Port", "25"));
    Names names = new LocalNames(template, "http://queues", Path.of("buckets"));
    Map<String, Object> probe = template.properties(template.resources("Probe").getFirst(), names);

    String arn = "arn:aws:sqs:eu-west-3:000000000000:twiza-Queue";
    assertThat(probe)
        .containsEntry("ref", "http://queues/000000000000/twiza-Queue")
        .containsEntry("arn", arn)
        .containsEntry("long", arn)
        .containsEntry("sub", "twiza:25:" + arn + ":${kept}")
        .containsEntry("mapped", "a-25 on dev")
        .containsEntry("chosen", "yes-it-is")
        .containsEntry("list", List.of("one", "three"))
        .containsEntry("second", "y")
        .doesNotContainKey("left");
  }

  @Test
  void withoutResourcesWhoseConditionDoesNotHold() throws IOException {
    assertThat(template(Map.of()).resources("AWS::SQS::Queue")).hasSize(1);
    assertThat(template(Map.of("Stage", "prod")).resources("AWS::SQS::Queue")).hasSize(2);
  }

  @Test
  void andAParameterItLacksIsRefusedByName() {
    assertThatThrownBy(() -> template(Map.of("Colour", "red"))).hasMessageContaining("Colour");
  }

  private Template template(Map<String, String> parameters) throws IOException {
    Path file = Files.writeString(folder.resolve("template.yaml"), TEXT);
    return new Template(TemplateFile.read(file), parameters);
  }
}
