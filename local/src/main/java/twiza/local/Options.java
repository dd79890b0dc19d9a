package twiza.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to run, and where.
 *
 * @param template the SAM template to run
 * @param site the folder of the generated site
 * @param data the folder that keeps everything from one start to the next
 * @param port where to listen, 0 for any port that is free
 * @param demo whether an empty bank is filled with ideas to show
 * @param parameters values for the template's parameters instead of their defaults
 */
public record Options(
    Path template, Path site, Path data, int port, boolean demo, Map<String, String> parameters) {

  /** The project's own template and site, data under {@code .twiza}, port 8080, no demo. */
  public static Options of(Path project) {
    return new Options(
        project.resolve("template.yaml"),
        project.resolve("web/target/site"),
        project.resolve(".twiza"),
        8080,
        false,
        Map.of());
  }

  /** The options that {@code twiza.port}, {@code twiza.data} and {@code twiza.demo} give. */
  static Options ofSystem() {
    Path project = project();
    Options options = of(project).demo(Boolean.getBoolean("twiza.demo"));
    String data = System.getProperty("twiza.data", "");
    return (data.isEmpty() ? options : options.data(project.resolve(data)))
        .port(Integer.getInteger("twiza.port", options.port()));
  }

  /** The folder of the project, found from the working folder upwards. */
  public static Path project() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("template.yaml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No template.yaml in " + start + " or above it.");
  }

  public Options template(Path other) {
    return new Options(other, site, data, port, demo, parameters);
  }

  public Options site(Path other) {
    return new Options(template, other, data, port, demo, parameters);
  }

  public Options data(Path other) {
    return new Options(template, site, other, port, demo, parameters);
  }

  public Options port(int other) {
    return new Options(template, site, data, other, demo, parameters);
  }

  public Options demo(boolean other) {
    return new Options(template, site, data, port, other, parameters);
  }

  /** Gives a parameter of the template a value. */
  public Options parameter(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(name, value);
    return new Options(template, site, data, port, demo, all);
  }
}
