package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twiza.local.Options;

/** Each library costs time at every cold start: {@code zip.txt} beside a function names its own. */
class WhatEachZipCarriesTest {

  private static final long LARGEST = 20_000_000;

  static Stream<Path> functions() throws IOException {
    try (Stream<Path> folders = Files.list(Options.project().resolve("functions"))) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList().stream();
    }
  }

  private static Path zip(Path function) {
    return function.resolve("target/twiza-" + function.getFileName() + ".zip");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void it_is_what_the_list_names_and_nothing_else(Path function) throws IOException {
    try (ZipFile zip = new ZipFile(zip(function).toFile())) {
      List<String> carried =
          zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
      assertThat(carried).allMatch(name -> name.matches("lib/[^/]+\\.jar"));
      assertThat(carried.stream().map(WhatEachZipCarriesTest::library))
          .containsExactlyInAnyOrderElementsOf(Files.readAllLines(function.resolve("zip.txt")));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void it_is_smaller_than_20_MB(Path function) throws IOException {
    assertThat(Files.size(zip(function))).isLessThan(LARGEST);
  }

  /** The name of a jar without folder and version. */
  private static String library(String entry) {
    return entry.replaceFirst("^lib/", "").replaceFirst("-\\d[\\w.]*(-SNAPSHOT)?\\.jar$", "");
  }
}
