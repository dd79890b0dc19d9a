package twiza.operations;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.Fingerprints;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Erasures;
import twiza.idea.Erasures.Erasure;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Edit;
import twiza.idea.Outcome;
import twiza.settings.IndexKey;
import twiza.settings.Secrets;
import twiza.table.DynamoDb;
import twiza.table.TableErasures;
import twiza.table.TableIdeas;
import twiza.table.TableUptakes;
import twiza.uptake.Party;
import twiza.uptake.Terms;
import twiza.uptake.UptakeCommand;
import twiza.uptake.UptakeLife;
import twiza.uptake.UptakeOutcome;
import twiza.uptake.Uptakes;

/**
 * Makes a table what a copy of its past is, but for what was erased since: that is erased in the
 * copy first. Nothing else may write meanwhile. It may be run again after it was stopped.
 */
public final class Restore {

  private final DynamoDbClient client;
  private final Erasures erasures;
  private final Fingerprints fingerprints;

  Restore(DynamoDbClient client, Erasures erasures, Fingerprints fingerprints) {
    this.client = client;
    this.erasures = erasures;
    this.fingerprints = fingerprints;
  }

  /**
   * Takes the name of the copy, of the table, of the table of erasures, and the ARN of the secret
   * that the table's addresses are hashed with.
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    if (arguments.length != 4) {
      throw new IllegalArgumentException("give the copy, the table, the erasures, the index key");
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("TWIZA_INDEX_KEY", arguments[3]);
    DynamoDbClient client = DynamoDb.client(environment);
    Restore restore =
        new Restore(
            client,
            new TableErasures(client, arguments[2]),
            IndexKey.of(new Secrets(environment), environment));
    System.out.println("erased again: " + restore.eraseAgain(arguments[0], Instant.now()));
    System.out.println(restore.replace(arguments[1], arguments[0]));
  }

  /** How many of the copy were still there. */
  int eraseAgain(String copy, Instant now) {
    Ideas ideas = new TableIdeas(client, copy, fingerprints);
    Uptakes uptakes = new TableUptakes(client, copy, fingerprints);
    int count = 0;
    for (Erasure erasure : erasures.all()) {
      if (erasure.interest().isPresent()) {
        count += erase(uptakes, erasure, erasure.interest().get(), now) ? 1 : 0;
        continue;
      }
      Dossier found = ideas.find(erasure.id()).orElse(null);
      if (found != null && !found.idea().erased()) {
        erase(ideas, found, erasure, now);
        count++;
      }
    }
    return count;
  }

  private static void erase(Ideas ideas, Dossier found, Erasure erasure, Instant now) {
    Command command = new Command.Erase(erasure.textLeft());
    Ideas.Settled settled =
        ideas.settle(
            found,
            dossier -> IdeaLife.decide(dossier.idea(), command, now),
            (dossier, accepted) -> Edit.of(dossier, accepted, "", ""));
    if (settled.outcome() instanceof Outcome.Refused(var why)) {
      throw new IllegalStateException(erasure.id() + " can't be erased: " + why);
    }
  }

  /**
   * Deadlines of others around the same idea are the usual ones, until something happens to them.
   */
  private static boolean erase(Uptakes uptakes, Erasure erasure, String interest, Instant now) {
    UptakeCommand command = new UptakeCommand.Erase(interest);
    return uptakes
        .find(erasure.id())
        .map(
            found ->
                uptakes.settle(
                    found,
                    dealings ->
                        UptakeLife.decide(
                            dealings.uptake(), command, dealings.offer(), Terms.USUAL, now),
                    (dealings, accepted) ->
                        Uptakes.Edit.of(dealings, accepted, Terms.USUAL, "", now)
                            .withParty(Party.FORGOTTEN)))
        .filter(settled -> settled.outcome() instanceof UptakeOutcome.Accepted)
        .isPresent();
  }

  Replacement.Result replace(String table, String copy) {
    return new Replacement(client, table).by(copy);
  }
}
