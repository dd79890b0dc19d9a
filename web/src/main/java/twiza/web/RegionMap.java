package twiza.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import twiza.place.Region;

/**
 * The provinces of a region as a drawing to choose from. {@code provinces-map.csv} beside this
 * class holds it: a sketch in which each point belongs to the nearest of the main communes, and no
 * official boundary. A region of which it holds nothing has no drawing.
 */
public final class RegionMap {

  /** Of the drawing, in its own units. */
  public static final int WIDTH = 400;

  public static final int HEIGHT = 466;

  /**
   * One province.
   *
   * @param code by HCP
   * @param x where its name is centred
   * @param y the same, of the line that the name stands on
   * @param outline an SVG path
   */
  public record Shape(String code, int x, int y, String outline) {}

  private static final List<Shape> SHAPES = load();

  private RegionMap() {}

  /** Those of a region, in the order of the file; none where there is no drawing. */
  public static List<Shape> of(Region region) {
    return SHAPES.stream()
        .filter(shape -> region.provinces().stream().anyMatch(it -> it.code().equals(shape.code())))
        .toList();
  }

  private static List<Shape> load() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                RegionMap.class.getResourceAsStream("provinces-map.csv"),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(RegionMap::shape).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("provinces-map.csv", e);
    }
  }

  private static Shape shape(String line) {
    String[] cells = line.split(";", -1);
    return new Shape(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3]);
  }
}
