package twiza.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What is computed once must be computed again alike: nothing may depend on when or where. */
@AnalyzeClasses(packages = "twiza.scoring", importOptions = DoNotIncludeTests.class)
class TheCoreIsPureTest {

  private static final String[] CORE = {
    "twiza.scoring.ranking..", "twiza.scoring.assignment..", "twiza.scoring.graph.."
  };

  @ArchTest
  static final ArchRule it_knows_the_jury_linear_algebra_and_itself =
      classes()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.ejml..",
              "twiza.jury..",
              "twiza.scoring.ranking..",
              "twiza.scoring.assignment..",
              "twiza.scoring.graph..");

  @ArchTest
  static final ArchRule it_reads_no_clock_and_no_file =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.time..", "java.io..", "java.nio.file..", "java.net..")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Math.class, "random");
}
