package twiza.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A CloudFormation template as it is written, its short tags ({@code !Ref}) as maps. */
final class TemplateFile {
  private TemplateFile() {}

  /**
   * The document, {@code !Ref X} as {@code {Ref: X}} and {@code !Name v} as {@code {Fn::Name: v}}.
   */
  static Map<String, Object> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return Tree.map(new Yaml(new ShortTags()).load(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class ShortTags extends SafeConstructor {
    ShortTags() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new ShortTag());
    }

    private final class ShortTag extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        return switch (name) {
          case "Ref", "Condition" -> Map.of(name, value(node));
          case "GetAtt" -> Map.of("Fn::GetAtt", path(value(node)));
          default -> Map.of("Fn::" + name, value(node));
        };
      }

      private Object value(Node node) {
        return switch (node) {
          case ScalarNode scalar -> constructScalar(scalar);
          case SequenceNode sequence -> constructSequence(sequence);
          case MappingNode mapping -> constructMapping(mapping);
          default -> throw new IllegalArgumentException("unexpected " + node);
        };
      }

      private Object path(Object value) {
        return value instanceof String text ? List.of((Object[]) text.split("\\.", 2)) : value;
      }
    }
  }
}
