package twiza.place;

/**
 * What a place or a sector is called in each language. A Tamazight name that is not confirmed yet
 * is empty in the data file; the Arabic one then stands in for it.
 */
public record Name(String fr, String ar, String zgh, String en) {

  public String in(Language language) {
    return switch (language) {
      case FR -> fr;
      case AR -> ar;
      case ZGH -> zgh.isEmpty() ? ar : zgh;
      case EN -> en;
    };
  }
}
