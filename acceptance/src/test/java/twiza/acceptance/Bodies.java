package twiza.acceptance;

import java.util.HashMap;
import java.util.Map;

/** What people send. */
final class Bodies {

  static final String ARABIC_TITLE = "تثمين زيت الزيتون بأزيلال";
  static final String ARABIC_NAME = "فاطمة الزهراء أيت علي";

  private Bodies() {}

  /** An idea in Arabic, by a person with this e-mail address. */
  static Map<String, Object> arabicIdea(String email) {
    Map<String, Object> body = sheet();
    body.put(
        "author",
        Map.of("kind", "INDIVIDUAL", "name", ARABIC_NAME, "email", email, "language", "ar"));
    return agreed(body);
  }

  /** The same idea, by somebody who has a phone and no e-mail. */
  static Map<String, Object> byPhone(String phone) {
    Map<String, Object> body = sheet();
    body.put(
        "author",
        Map.of("kind", "INDIVIDUAL", "name", ARABIC_NAME, "phone", phone, "language", "ar"));
    return agreed(body);
  }

  /** An idea in French, with a title of its own. */
  static Map<String, Object> frenchIdea(String title, String email) {
    Map<String, Object> body = sheet();
    body.put("title", title);
    body.put(
        "summary", "Un atelier partagé où les femmes de la vallée tissent et vendent ensemble.");
    body.put("province", "05.301");
    body.put("sector", "CRAFTS");
    body.put(
        "author",
        Map.of(
            "kind",
            "ASSOCIATION",
            "name",
            "Association Tamount",
            "email",
            email,
            "language",
            "fr"));
    return agreed(body);
  }

  private static Map<String, Object> sheet() {
    Map<String, Object> body = new HashMap<>();
    body.put("title", ARABIC_TITLE);
    body.put("summary", "وحدة صغيرة تعصر الزيتون وتعبئ الزيت وتسوقه باسم القرية.");
    body.put("need", "يبيع الفلاحون الزيتون خاما بثمن زهيد لأن أقرب معصرة بعيدة عن القرية.");
    body.put("solution", "معصرة تعاونية صغيرة يسيرها الأعضاء ويقتسمون مردودها كل موسم.");
    body.put("province", "05.081");
    body.put("commune", "دمنات");
    body.put("sector", "AGRICULTURE");
    return body;
  }

  private static Map<String, Object> agreed(Map<String, Object> body) {
    body.put("consent", true);
    body.put("adult", true);
    return body;
  }

  /** The same text with another solution: what a correction sends. */
  static Map<String, Object> correction(String solution, int basedOn) {
    Map<String, Object> body = sheet();
    body.put("solution", solution);
    body.put("basedOn", basedOn);
    return body;
  }
}
