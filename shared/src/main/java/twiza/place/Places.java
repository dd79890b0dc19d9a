package twiza.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The regions, provinces, communes and sectors that the data files beside this class name. A
 * delegation edits the files ({@code src/main/resources/twiza/place/*.csv}), never the code.
 */
public final class Places {

  private final Map<String, Region> regions = new LinkedHashMap<>();
  private final Map<String, Province> provinces = new LinkedHashMap<>();
  private final Map<String, Sector> sectors = new LinkedHashMap<>();

  private Places() {
    Map<String, List<Name>> communes = new HashMap<>();
    for (Map<String, String> row : rows("communes.csv")) {
      communes
          .computeIfAbsent(row.get("province"), _ -> new ArrayList<>())
          .add(new Name(row.get("fr"), row.get("ar"), "", row.get("fr")));
    }
    Map<String, List<Province>> byRegion = new HashMap<>();
    for (Map<String, String> row : rows("provinces.csv")) {
      String code = row.get("code");
      Province province =
          new Province(code, name(row), List.copyOf(communes.getOrDefault(code, List.of())));
      provinces.put(code, province);
      byRegion.computeIfAbsent(province.region(), _ -> new ArrayList<>()).add(province);
    }
    for (Map<String, String> row : rows("regions.csv")) {
      String code = row.get("code");
      Region.Contact contact =
          new Region.Contact(
              row.get("contact_name_fr"),
              row.get("contact_name_ar"),
              row.get("contact_email"),
              row.get("contact_phone"));
      List<Province> own = List.copyOf(byRegion.getOrDefault(code, List.of()));
      regions.put(code, new Region(code, name(row), contact, own));
    }
    for (Map<String, String> row : rows("sectors.csv")) {
      sectors.put(row.get("code"), new Sector(row.get("code"), name(row)));
    }
  }

  /** Reads the data files that are on the class path. */
  public static Places load() {
    return new Places();
  }

  public Optional<Region> region(String code) {
    return Optional.ofNullable(regions.get(code));
  }

  public Optional<Province> province(String code) {
    return Optional.ofNullable(provinces.get(code));
  }

  public Optional<Sector> sector(String code) {
    return Optional.ofNullable(sectors.get(code));
  }

  /** All twelve regions, in the order of the file. */
  public List<Region> regions() {
    return List.copyOf(regions.values());
  }

  /** The regions that have joined: those with at least one province in the file. */
  public List<Region> joinedRegions() {
    return regions.values().stream().filter(region -> !region.provinces().isEmpty()).toList();
  }

  public List<Sector> sectors() {
    return List.copyOf(sectors.values());
  }

  private static Name name(Map<String, String> row) {
    return new Name(row.get("fr"), row.get("ar"), row.get("zgh"), row.get("en"));
  }

  private static List<Map<String, String>> rows(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Places.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      List<List<String>> lines =
          reader.lines().filter(line -> !line.isBlank()).map(Places::cells).toList();
      List<String> header = lines.getFirst();
      return lines.stream().skip(1).map(cells -> row(file, header, cells)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(";", -1));
  }

  private static Map<String, String> row(String file, List<String> header, List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalStateException(file + ": " + cells + " does not fit " + header);
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      row.put(header.get(i), cells.get(i).strip());
    }
    return row;
  }
}
