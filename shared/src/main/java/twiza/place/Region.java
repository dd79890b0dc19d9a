package twiza.place;

import java.util.List;

/**
 * One of the twelve regions, by its HCP code of two digits.
 *
 * @param contact the delegation that answers for the region
 * @param provinces empty for a region that has not joined
 */
public record Region(String code, Name name, Contact contact, List<Province> provinces) {

  /** What the data file says of a delegation; an empty text is a fact still to be confirmed. */
  public record Contact(String nameFr, String nameAr, String email, String phone) {

    public String name(Language language) {
      return switch (language) {
        case FR, EN -> nameFr;
        case AR, ZGH -> nameAr;
      };
    }
  }
}
