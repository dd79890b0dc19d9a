package twiza.round;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import twiza.place.Language;

/** The rubric that a round begins with, from {@code rubric.properties} beside this class. */
public final class StandardRubric {

  private final Properties lines = new Properties();

  private StandardRubric() {
    try (InputStreamReader reader =
        new InputStreamReader(
            StandardRubric.class.getResourceAsStream("rubric.properties"),
            StandardCharsets.UTF_8)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("rubric.properties", e);
    }
  }

  public static List<Criterion> load() {
    StandardRubric rubric = new StandardRubric();
    return Arrays.stream(rubric.lines.getProperty("criteria").split(" ", -1))
        .map(rubric::criterion)
        .toList();
  }

  private Criterion criterion(String code) {
    Map<Language, String> title = new EnumMap<>(Language.class);
    Map<Language, List<String>> levels = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String said = lines.getProperty(code + ".title." + language.tag());
      if (said != null) {
        title.put(language, said);
        levels.put(language, levels(code, language));
      }
    }
    int weight = Integer.parseInt(lines.getProperty(code + ".weight"));
    return new Criterion(code, weight, title, levels);
  }

  private List<String> levels(String code, Language language) {
    return IntStream.rangeClosed(1, Criterion.LEVELS)
        .mapToObj(mark -> lines.getProperty(code + ".level." + mark + "." + language.tag(), ""))
        .toList();
  }
}
