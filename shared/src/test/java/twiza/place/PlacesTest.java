package twiza.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacesTest {

  private static final Places PLACES = Places.load();

  static Stream<Region> joinedRegions() {
    return PLACES.joinedRegions().stream();
  }

  static Stream<Name> names() {
    return Stream.of(
            PLACES.regions().stream().map(Region::name),
            PLACES.sectors().stream().map(Sector::name),
            joinedRegions().flatMap(r -> r.provinces().stream()).map(Province::name),
            joinedRegions()
                .flatMap(r -> r.provinces().stream())
                .flatMap(p -> p.communes().stream()))
        .flatMap(names -> names);
  }

  @Test
  void know_the_twelve_regions_by_code() {
    assertThat(PLACES.regions())
        .extracting(Region::code)
        .containsExactly("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12");
  }

  @Test
  void have_beni_mellal_khenifra_with_its_five_provinces_first() {
    Region region = PLACES.region("05").orElseThrow();
    assertThat(PLACES.joinedRegions()).contains(region);
    assertThat(region.provinces()).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("joinedRegions")
  void keep_each_province_under_the_region_that_its_code_names(Region region) {
    assertThat(region.provinces())
        .allSatisfy(
            province -> {
              assertThat(province.code()).matches("\\d{2}\\.\\d{3}");
              assertThat(province.region()).isEqualTo(region.code());
              assertThat(PLACES.province(province.code())).contains(province);
              assertThat(province.communes()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("names")
  void have_a_name_in_every_language(Name name) {
    for (Language language : Language.values()) {
      assertThat(name.in(language)).isNotBlank();
    }
    assertThat(name.ar()).matches(".*\\p{IsArabic}.*");
  }

  @Test
  void have_sectors_with_stable_codes_each_once() {
    List<String> codes = PLACES.sectors().stream().map(Sector::code).toList();
    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z_]+"));
    assertThat(codes).contains("AROMATIC_PLANTS", "OTHER").doesNotContain("ALL");
  }

  @Test
  void know_nothing_by_a_code_that_is_not_theirs() {
    assertThat(PLACES.region("13")).isEmpty();
    assertThat(PLACES.province("05.999")).isEmpty();
    assertThat(PLACES.sector("")).isEmpty();
  }
}
