package twiza;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@AnalyzeClasses(packages = "twiza", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String[] DOMAIN = {
    "twiza.idea..",
    "twiza.round..",
    "twiza.jury..",
    "twiza.staff..",
    "twiza.delegation..",
    "twiza.need..",
    "twiza.uptake..",
    "twiza.board..",
    "twiza.place..",
    "twiza.event..",
    "twiza.access.."
  };

  @ArchTest
  static final ArchRule the_domain_knows_java_and_itself_only =
      classes()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(Stream.of("java.."), Stream.of(DOMAIN)).toArray(String[]::new));

  @ArchTest
  static final ArchRule deciders_read_no_clock =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule only_the_table_speaks_dynamodb =
      noClasses()
          .that()
          .resideOutsideOfPackage("twiza.table..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.dynamodb..");

  @ArchTest
  static final ArchRule the_table_never_scans =
      noClasses()
          .should()
          .callMethodWhere(
              target(nameMatching("scan(Paginator)?"))
                  .and(target(owner(assignableTo(DynamoDbClient.class)))));

  @ArchTest
  static final ArchRule what_is_shared_knows_no_function =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "twiza.submission..",
              "twiza.moderation..",
              "twiza.rounds..",
              "twiza.scoring..",
              "twiza.catalogue..",
              "twiza.interests..",
              "twiza.search..",
              "twiza.notification..",
              "twiza.web..",
              "twiza.local..");

  @ArchTest
  static final ArchRule no_package_is_a_drawer_for_odds_and_ends =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..");
}
