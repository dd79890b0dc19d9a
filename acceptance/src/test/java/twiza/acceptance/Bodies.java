package twiza.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people send. */
final class Bodies {

  private Bodies() {}

  /** An idea in Arabic from Azilal, by somebody with an e-mail address. */
  static Map<String, Object> arabicIdea(String title, String name, String email) {
    return submission(arabicSheet(title), name, "email", email, "ar");
  }

  /** The same, by somebody who has a phone and no e-mail. */
  static Map<String, Object> arabicIdeaByPhone(String title, String name, String phone) {
    return submission(arabicSheet(title), name, "phone", phone, "ar");
  }

  /** The same with all that the form asks for later. */
  static Map<String, Object> withAllDetails(Map<String, Object> idea, String words) {
    Map<String, Object> whole = new HashMap<>(idea);
    for (String field :
        List.of(
            "beneficiaries",
            "socialImpact",
            "economicImpact",
            "novelty",
            "inputs",
            "market",
            "season")) {
      whole.put(field, words);
    }
    whole.put("intention", "SEEK_MEMBERS");
    whole.put("maturity", "PREPARING");
    whole.put("membersNeeded", 12);
    whole.put("jobsExpected", 8);
    whole.put("womenPercent", 60);
    whole.put("youthPercent", 40);
    whole.put("investment", 150_000);
    return whole;
  }

  /** An idea in French from Khénifra. */
  static Map<String, Object> frenchIdea(String title, String email) {
    Map<String, Object> sheet = new HashMap<>();
    sheet.put("title", title);
    sheet.put("summary", "Un atelier partagé où les femmes de la vallée tissent et vendent.");
    sheet.put("need", "Les tapis se vendent un par un, au souk, à des intermédiaires.");
    sheet.put("solution", "Un atelier commun, une marque commune et une vente en ligne.");
    sheet.put("province", "05.301");
    sheet.put("sector", "CRAFTS");
    return submission(sheet, "Association Tamount", "email", email, "fr");
  }

  /** The Arabic idea with another solution, as a correction. */
  static Map<String, Object> arabicCorrection(String title, String solution, int basedOn) {
    Map<String, Object> body = arabicSheet(title);
    body.put("solution", solution);
    body.put("basedOn", basedOn);
    return body;
  }

  /** A round that lacks nothing, with the rubric that is proposed. */
  static Map<String, Object> round(String title, Instant opensAt, Duration open) {
    Map<String, String> texts =
        Map.of(
            "title", title,
            "theme", "Mieux vendre ce que la montagne produit.",
            "eligibility", "Toute personne de la région, avec une idée à elle.",
            "complaints", "Par écrit, à la délégation.");
    return Map.of(
        "texts", Map.of("fr", texts, "ar", texts),
        "opensAt", opensAt.toString(),
        "submissionsCloseAt", opensAt.plus(open).toString());
  }

  private static Map<String, Object> arabicSheet(String title) {
    Map<String, Object> sheet = new HashMap<>();
    sheet.put("title", title);
    sheet.put("summary", "وحدة صغيرة تعصر الزيتون وتعبئ الزيت وتسوقه باسم القرية.");
    sheet.put("need", "يبيع الفلاحون الزيتون خاما بثمن زهيد لأن أقرب معصرة بعيدة عن القرية.");
    sheet.put("solution", "معصرة تعاونية صغيرة يسيرها الأعضاء ويقتسمون مردودها كل موسم.");
    sheet.put("province", "05.081");
    sheet.put("commune", "دمنات");
    sheet.put("sector", "AGRICULTURE");
    return sheet;
  }

  private static Map<String, Object> submission(
      Map<String, Object> sheet, String name, String kind, String contact, String language) {
    Map<String, Object> body = new HashMap<>(sheet);
    body.put(
        "author", Map.of("kind", "INDIVIDUAL", "name", name, kind, contact, "language", language));
    body.put("consent", true);
    body.put("adult", true);
    return body;
  }

  /** Water for a commune, as the delegation of region 05 says it. */
  static Map<String, Object> need() {
    Map<String, Object> words = new HashMap<>(Map.of("title", "De l'eau", "text", "En août."));
    return new HashMap<>(
        Map.of(
            "province", "05.081",
            "commune", "Demnate",
            "sector", "AGRICULTURE",
            "texts", new HashMap<>(Map.of("fr", words))));
  }

  /** A group of a province that wants to build an idea. */
  static Map<String, Object> interest(String province, String email) {
    Map<String, Object> party =
        Map.of(
            "kind", "GROUP",
            "organisation", "Femmes de Tazaghart",
            "number", "",
            "name", "Itto Oubella",
            "email", email,
            "language", "fr",
            "members", 7,
            "why", "Nous avons un local et sept familles prêtes à commencer.",
            "consent", true);
    return Map.of("party", party, "province", province, "website", "", "elapsed", 60_000);
  }
}
