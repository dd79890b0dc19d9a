package twiza.place;

import java.util.Optional;

/** A language of the site, its mails and its people. The tag is BCP 47. */
public enum Language {
  FR("fr", "Français", false),
  AR("ar", "العربية", true),
  ZGH("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ", false),
  EN("en", "English", false);

  private final String tag;
  private final String ownName;
  private final boolean rightToLeft;

  Language(String tag, String ownName, boolean rightToLeft) {
    this.tag = tag;
    this.ownName = ownName;
    this.rightToLeft = rightToLeft;
  }

  public String tag() {
    return tag;
  }

  /** The language's name in itself, as a language switch shows it. */
  public String ownName() {
    return ownName;
  }

  /** The value of the HTML attribute {@code dir}. */
  public String direction() {
    return rightToLeft ? "rtl" : "ltr";
  }

  public static Optional<Language> ofTag(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
