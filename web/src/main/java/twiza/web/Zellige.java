package twiza.web;

import java.util.Locale;
import java.util.StringJoiner;

/**
 * The site's motif: the khatam, a star of eight points made by two squares, in the lattice of stars
 * and crosses that tiles a Moroccan wall.
 */
final class Zellige {

  /**
   * The distance from a star's centre to the inner corner between two points, for a radius of 1.
   */
  private static final double INNER = Math.cos(Math.PI / 4) / Math.cos(Math.PI / 8);

  private Zellige() {}

  /**
   * A tile that repeats in both directions, drawn in lines: the style sheet masks a colour with it.
   */
  static String lattice() {
    int side = 96;
    double centre = side / 2.0;
    StringJoiner lines = new StringJoiner("");
    lines.add(star(centre, centre, centre, 0));
    lines.add(star(centre, centre, centre * 0.62, Math.PI / 8));
    lines.add(star(centre, centre, centre * 0.3, 0));
    for (int corner = 0; corner < 4; corner++) {
      double x = corner % 2 * side;
      double y = corner / 2 * side;
      lines.add(star(x, y, centre * 0.3, 0));
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%1$d" viewBox="0 0 %1$d %1$d">\
    <path fill="none" stroke="#000" stroke-width="1.4" stroke-linejoin="round" d="%2$s"/></svg>
    """
        .formatted(side, lines);
  }

  /** One star in the colour of action, for the browser's tab. */
  static String favicon() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">\
    <path fill="#00654b" d="%s"/><path fill="#fff" d="%s"/><path fill="#00654b" d="%s"/></svg>
    """
        .formatted(star(32, 32, 31, 0), star(32, 32, 17, Math.PI / 8), star(32, 32, 9, 0));
  }

  /** The path of a star: {@code turn} in radians, the first point upwards when it is 0. */
  static String star(double x, double y, double radius, double turn) {
    StringBuilder path = new StringBuilder();
    for (int corner = 0; corner < 16; corner++) {
      double angle = turn - Math.PI / 2 + corner * Math.PI / 8;
      double reach = corner % 2 == 0 ? radius : radius * INNER;
      path.append(corner == 0 ? 'M' : 'L')
          .append(round(x + reach * Math.cos(angle)))
          .append(' ')
          .append(round(y + reach * Math.sin(angle)));
    }
    return path.append('Z').toString();
  }

  private static String round(double coordinate) {
    return String.format(Locale.ROOT, "%.2f", coordinate).replaceFirst("\\.?0+$", "");
  }
}
