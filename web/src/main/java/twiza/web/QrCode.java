package twiza.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** Draws a text as a QR code. */
public final class QrCode {

  /** The white border, in modules, that readers need around the code. */
  private static final int QUIET_ZONE = 4;

  private QrCode() {}

  /**
   * A whole SVG document, black on white whatever the page around it.
   *
   * @throws IllegalArgumentException when the text is too long for a QR code (2,331 bytes)
   */
  public static String svg(String text) {
    ByteMatrix matrix = matrix(text);
    int side = matrix.getWidth() + 2 * QUIET_ZONE;
    StringBuilder modules = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y) == 1) {
          modules.append("M%d %dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>\
    """
        .formatted(side, modules);
  }

  private static ByteMatrix matrix(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
