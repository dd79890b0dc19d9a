package twiza.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

  private static final String LINK =
      "https://twiza.example/fr/follow/#token=Zx8Kq2LmN0pRsTuVwXyZ12";

  @Test
  void a_reader_gets_the_link_back() throws Exception {
    assertThat(new Decoder().decode(modules(QrCode.svg(LINK))).getText()).isEqualTo(LINK);
  }

  @Test
  void a_text_beyond_any_code_is_refused() {
    assertThatThrownBy(() -> QrCode.svg("x".repeat(3_000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BitMatrix modules(String svg) {
    Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
    assertThat(size.find()).isTrue();
    BitMatrix matrix = new BitMatrix(Integer.parseInt(size.group(1)) - 8);
    Matcher module = Pattern.compile("M(\\d+) (\\d+)h1").matcher(svg);
    while (module.find()) {
      matrix.set(Integer.parseInt(module.group(1)) - 4, Integer.parseInt(module.group(2)) - 4);
    }
    return matrix;
  }
}
