package twiza.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import twiza.place.Places;
import twiza.place.Province;
import twiza.place.Region;

class RegionMapTest {

  private static final Region REGION = Places.load().joinedRegions().getFirst();

  @Test
  void draws_each_province_of_the_region_once() {
    assertThat(RegionMap.of(REGION))
        .extracting(RegionMap.Shape::code)
        .containsExactlyInAnyOrderElementsOf(
            REGION.provinces().stream().map(Province::code).toList());
  }

  @Test
  void puts_each_outline_and_name_within_the_drawing() {
    for (RegionMap.Shape shape : RegionMap.of(REGION)) {
      assertThat(shape.x()).isBetween(0, RegionMap.WIDTH);
      assertThat(shape.y()).isBetween(0, RegionMap.HEIGHT);
      List<Double> numbers =
          Pattern.compile("[\\d.]+")
              .matcher(shape.outline())
              .results()
              .map(number -> Double.valueOf(number.group()))
              .toList();
      assertThat(numbers).hasSizeGreaterThan(6).allMatch(it -> it >= 0 && it <= RegionMap.HEIGHT);
    }
  }
}
