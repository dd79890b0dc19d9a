package twiza.acceptance;

import twiza.place.Language;

/** What somebody types into the form. */
record IdeaInTheBrowser(
    String title,
    String summary,
    String need,
    String solution,
    String otherSolution,
    String province,
    String commune,
    String sector,
    String name) {

  /** An idea that nobody else has, in the person's own language. */
  static IdeaInTheBrowser in(Language language) {
    return language == Language.AR ? inArabic() : inFrench();
  }

  /** The same under another title. */
  IdeaInTheBrowser titled(String other) {
    return new IdeaInTheBrowser(
        other, summary, need, solution, otherSolution, province, commune, sector, name);
  }

  private static IdeaInTheBrowser inFrench() {
    return new IdeaInTheBrowser(
        Running.unique("Un séchoir solaire pour les figues d’Ouaoula"),
        "Un séchoir commun, géré par une coopérative de femmes, pour vendre les figues toute"
            + " l’année.",
        "La moitié de la récolte se perd en trois semaines, faute de moyen de la conserver.",
        "Un séchoir solaire au centre du douar, un emballage simple et une marque commune.",
        "Un séchoir solaire et une chambre froide, un emballage simple et une marque commune.",
        "05.081",
        "Ouaoula",
        "AGRICULTURE",
        Running.unique("Itto Ouaziz"));
  }

  private static IdeaInTheBrowser inArabic() {
    return new IdeaInTheBrowser(
        Running.unique("معصرة زيتون تعاونية بدمنات"),
        "وحدة صغيرة تعصر الزيتون وتعبئ الزيت وتسوقه باسم القرية.",
        "يبيع الفلاحون الزيتون خاما بثمن زهيد لأن أقرب معصرة بعيدة عن القرية.",
        "معصرة تعاونية صغيرة يسيرها الأعضاء ويقتسمون مردودها كل موسم.",
        "معصرة تعاونية تشتغل بالطاقة الشمسية ويسيرها أعضاء من القرية.",
        "05.081",
        "دمنات",
        "AGRICULTURE",
        Running.unique("فاطمة أيت علي"));
  }
}
