package twiza.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Another store in place of DynamoDB would be another set of adapters: the functions would not
 * notice.
 */
class FunctionsKnowTheTableByItsPortsTest {

  private static final String[] FUNCTIONS = {
    "twiza.submission",
    "twiza.moderation",
    "twiza.desk",
    "twiza.rounds",
    "twiza.scoring",
    "twiza.interests",
    "twiza.catalogue",
    "twiza.search",
    "twiza.notification",
    "twiza.web"
  };

  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(FUNCTIONS);

  /** A function's own wiring hands one client to all the adapters that it makes. */
  @Test
  void they_hand_the_client_on() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("software.amazon.awssdk.services.dynamodb..")
                .and(not(assignableTo(DynamoDbClient.class))))
        .check(CLASSES);
  }

  @Test
  void they_ask_it_for_nothing() {
    noClasses()
        .should()
        .callMethodWhere(target(owner(assignableTo(DynamoDbClient.class))))
        .check(CLASSES);
  }
}
