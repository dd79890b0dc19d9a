package twiza.need;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import twiza.place.Language;

/**
 * What a territory lacks, as its delegation says it, for ideas to answer.
 *
 * @param region code; the province of what is said lies in it
 * @param open whether ideas are still wanted
 * @param publishedAt when it was first said
 * @param version counts the changes; the next one must name it
 * @param last who changed it last
 */
public record Need(
    String id,
    String region,
    Said said,
    boolean open,
    Instant publishedAt,
    long version,
    Change last) {

  /** In characters. */
  public static final int LONGEST_TITLE = 120;

  /** In characters. */
  public static final int LONGEST_TEXT = 2000;

  /**
   * @param province code
   * @param commune as people call it; empty for the whole province
   * @param sector code; empty for any
   * @param texts in at least one language
   */
  public record Said(String province, String commune, String sector, Map<Language, Words> texts) {

    public String title(Language language) {
      return texts.getOrDefault(language, Words.NONE).title();
    }

    public String text(Language language) {
      return texts.getOrDefault(language, Words.NONE).text();
    }

    private Set<String> differences(Said other) {
      Set<String> codes = new TreeSet<>();
      addIf(!province.equals(other.province), "PROVINCE", codes);
      addIf(!commune.equals(other.commune), "COMMUNE", codes);
      addIf(!sector.equals(other.sector), "SECTOR", codes);
      addIf(!texts.equals(other.texts), "TEXTS", codes);
      return codes;
    }

    private static void addIf(boolean differs, String code, Set<String> codes) {
      if (differs) {
        codes.add(code);
      }
    }
  }

  /**
   * @param text in paragraphs; may be empty
   */
  public record Words(String title, String text) {
    static final Words NONE = new Words("", "");
  }

  /**
   * @param by the opaque id of the member of staff
   */
  public record Change(String by, Instant at) {}

  /** What happened to a need. */
  public enum Happening {
    NEED_PUBLISHED,
    NEED_EDITED,
    NEED_CLOSED,
    NEED_REOPENED
  }

  /**
   * @param before empty for a new one
   * @param changed codes of what is said otherwise than before
   */
  public record Edit(Optional<Need> before, Need after, Happening what, Set<String> changed) {}

  /** A new need, open from the start. */
  public static Edit publish(String id, String region, Said said, Change by) {
    Need need = new Need(id, region, said, true, by.at(), 1, by);
    return new Edit(Optional.empty(), need, Happening.NEED_PUBLISHED, Set.of());
  }

  /**
   * Says it otherwise, closes it or opens it again.
   *
   * @return what to keep; empty when nothing changes
   */
  public Optional<Edit> change(Said otherwise, boolean wanted, Change by) {
    Set<String> changed = said.differences(otherwise);
    if (changed.isEmpty() && wanted == open) {
      return Optional.empty();
    }
    Need after = new Need(id, region, otherwise, wanted, publishedAt, version + 1, by);
    Happening what =
        wanted == open
            ? Happening.NEED_EDITED
            : wanted ? Happening.NEED_REOPENED : Happening.NEED_CLOSED;
    return Optional.of(new Edit(Optional.of(this), after, what, changed));
  }
}
