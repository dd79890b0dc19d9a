package twiza.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import twiza.place.Language;

/**
 * What the delegation states on the legal pages, from {@code facts.properties} beside this class.
 */
public final class Facts {

  private final Properties facts = new Properties();

  private Facts() {
    try (InputStreamReader reader =
        new InputStreamReader(
            Facts.class.getResourceAsStream("facts.properties"), StandardCharsets.UTF_8)) {
      facts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("facts.properties", e);
    }
  }

  public static Facts load() {
    return new Facts();
  }

  /** The version of the terms that authors agree to. */
  public String termsVersion() {
    return fact("terms.version", Language.FR);
  }

  /** The fact as told in the language, else as told for all; empty while it is to be confirmed. */
  public String fact(String key, Language language) {
    String forAll = facts.getProperty(key, "");
    return facts.getProperty(key + "." + language.tag(), forAll).strip();
  }
}
