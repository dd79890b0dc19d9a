package twiza.delegation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import twiza.delegation.Guide.Content;
import twiza.delegation.Guide.Least;
import twiza.delegation.Guide.Place;
import twiza.delegation.Guide.Quantity;
import twiza.place.Language;

/**
 * What the house says a cooperative needs to start, from {@code guide.properties} beside this
 * class.
 */
public final class HouseGuide {

  private final Properties file = new Properties();

  private HouseGuide() {
    try (InputStreamReader reader =
        new InputStreamReader(
            HouseGuide.class.getResourceAsStream("guide.properties"), StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("guide.properties", e);
    }
  }

  /** Reads the file. */
  public static Content load() {
    return new HouseGuide().content();
  }

  private Content content() {
    Map<Quantity, Least> least = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      least(quantity).ifPresent(known -> least.put(quantity, known));
    }
    Map<Language, List<String>> steps = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      List<String> said =
          IntStream.rangeClosed(1, Guide.MOST_STEPS)
              .mapToObj(number -> text("step." + number + "." + language.tag()))
              .filter(step -> !step.isEmpty())
              .toList();
      if (!said.isEmpty()) {
        steps.put(language, said);
      }
    }
    return new Content(least, steps, places("financing"), places("training"));
  }

  private Optional<Least> least(Quantity quantity) {
    String name = quantity.name().toLowerCase(Locale.ROOT);
    String amount = text(name);
    boolean confirmed = Boolean.parseBoolean(text(name + ".confirmed"));
    return amount.isEmpty()
        ? Optional.empty()
        : Optional.of(new Least(Integer.parseInt(amount), confirmed));
  }

  private List<Place> places(String list) {
    List<Place> places = new ArrayList<>();
    for (int number = 1; number <= Guide.MOST_PLACES; number++) {
      String name = list + "." + number;
      String address = text(name);
      Map<Language, String> title = new EnumMap<>(Language.class);
      for (Language language : Language.values()) {
        String said = text(name + "." + language.tag());
        if (!said.isEmpty()) {
          title.put(language, said);
        }
      }
      if (!address.isEmpty()) {
        places.add(new Place(address, title));
      }
    }
    return places;
  }

  private String text(String name) {
    return file.getProperty(name, "").strip();
  }
}
