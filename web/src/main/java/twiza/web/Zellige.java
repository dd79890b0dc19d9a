package twiza.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
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

  /** The lattice and one star on the ground of the opening, as large as messengers show it. */
  static BufferedImage shared() {
    BufferedImage image = new BufferedImage(1200, 630, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(0x00543f));
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(new Color(0x15795f));
    graphics.setStroke(new BasicStroke(2.5f));
    int side = 150;
    for (int x = 0; x <= image.getWidth(); x += side) {
      for (int y = 15; y <= image.getHeight(); y += side) {
        graphics.draw(outline(x, y, side / 2.0, 0));
        graphics.draw(outline(x, y, side * 0.31, Math.PI / 8));
      }
    }
    double[] radii = {230, 125, 66};
    for (int i = 0; i < radii.length; i++) {
      graphics.setColor(i == 1 ? new Color(0x00543f) : Color.WHITE);
      graphics.fill(outline(600, 315, radii[i], i % 2 * Math.PI / 8));
    }
    graphics.dispose();
    return image;
  }

  private static Path2D outline(double x, double y, double radius, double turn) {
    Path2D path = new Path2D.Double();
    for (int corner = 0; corner < 16; corner++) {
      double angle = turn - Math.PI / 2 + corner * Math.PI / 8;
      double reach = corner % 2 == 0 ? radius : radius * INNER;
      double atX = x + reach * Math.cos(angle);
      double atY = y + reach * Math.sin(angle);
      if (corner == 0) {
        path.moveTo(atX, atY);
      } else {
        path.lineTo(atX, atY);
      }
    }
    path.closePath();
    return path;
  }

  /** The path of a star: {@code turn} in radians, the first point upwards when it is 0. */
  static String star(double x, double y, double radius, double turn) {
    StringBuilder path = new StringBuilder();
    double[] at = new double[2];
    for (PathIterator it = outline(x, y, radius, turn).getPathIterator(null);
        it.currentSegment(at) != PathIterator.SEG_CLOSE;
        it.next()) {
      path.append(path.isEmpty() ? 'M' : 'L').append(round(at[0])).append(' ').append(round(at[1]));
    }
    return path.append('Z').toString();
  }

  private static String round(double coordinate) {
    return String.format(Locale.ROOT, "%.2f", coordinate).replaceFirst("\\.?0+$", "");
  }
}
