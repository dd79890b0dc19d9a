package twiza.place;

import java.util.List;

/** A province or prefecture, by its HCP code such as {@code 05.091}. */
public record Province(String code, Name name, List<Name> communes) {

  /** The HCP code of the region, the part before the point. */
  public String region() {
    return code.substring(0, code.indexOf('.'));
  }
}
