package twiza.acceptance;

import twiza.place.Language;

/** What somebody has before them: a screen, and the site in their language. */
enum BrowserWindow {
  FRENCH_AT_A_DESK(Language.FR, "fr-MA", 1280, 800),
  ARABIC_ON_A_PHONE(Language.AR, "ar-MA", 360, 740),
  FRENCH_ON_A_SMALL_PHONE(Language.FR, "fr-MA", 320, 640);

  private final Language language;
  private final String locale;
  private final int width;
  private final int height;

  BrowserWindow(Language language, String locale, int width, int height) {
    this.language = language;
    this.locale = locale;
    this.width = width;
    this.height = height;
  }

  Language language() {
    return language;
  }

  String locale() {
    return locale;
  }

  /** In CSS pixels, as {@link #height()}. */
  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
