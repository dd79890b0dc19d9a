package twiza.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.access.Fingerprints;
import twiza.idea.Entries;
import twiza.jury.Juries;
import twiza.jury.Papers;
import twiza.jury.Work;
import twiza.round.Rounds;
import twiza.scoring.results.RankingJobs;
import twiza.settings.IndexKey;
import twiza.settings.Secrets;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.table.DynamoDb;
import twiza.table.TableAuthors;
import twiza.table.TableEntries;
import twiza.table.TableIdeas;
import twiza.table.TableJuries;
import twiza.table.TablePapers;
import twiza.table.TableRankings;
import twiza.table.TableResults;
import twiza.table.TableRounds;

/**
 * Does what takes longer than a request may: says who reads what, ranks, and tells the winners.
 * What fails comes again with its message.
 */
public final class JuryWorkFunction implements RequestHandler<SQSEvent, SQSBatchResponse>, Primed {

  private static final Logger LOG = LoggerFactory.getLogger(JuryWorkFunction.class);

  private final Map<Work.Kind, Consumer<String>> jobs;

  public JuryWorkFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names the table as {@code TWIZA_TABLE}
   */
  public JuryWorkFunction(Map<String, String> environment, InstantSource clock) {
    this(jobs(environment, clock));
  }

  /**
   * @param jobs what is done for a round, whose id they are given
   */
  JuryWorkFunction(Map<Work.Kind, Consumer<String>> jobs) {
    this.jobs = jobs;
  }

  private static Map<Work.Kind, Consumer<String>> jobs(
      Map<String, String> environment, InstantSource clock) {
    Fingerprints fingerprints = IndexKey.of(new Secrets(environment), environment);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    Rounds rounds = new TableRounds(client, table, fingerprints);
    Entries entries = new TableEntries(client, table, fingerprints);
    Juries juries = new TableJuries(client, table);
    Papers papers = new TablePapers(client, table);
    Assigning assigning =
        new Assigning(rounds, entries, new TableAuthors(client, table), juries, papers, clock);
    Map<Work.Kind, Consumer<String>> jobs = new EnumMap<>(Work.Kind.class);
    jobs.put(Work.Kind.ASSIGN, assigning::run);
    jobs.putAll(
        new RankingJobs(
                rounds,
                entries,
                new TableIdeas(client, table, fingerprints),
                juries,
                papers,
                new TableRankings(client, table),
                new TableResults(client, table),
                clock)
            .jobs());
    return jobs;
  }

  /** Does everything for a round that there is not. */
  @Override
  public void prime() {
    jobs.values().forEach(job -> job.accept("none"));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> work(event.getRecords()));
  }

  private SQSBatchResponse work(List<SQSEvent.SQSMessage> messages) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : messages) {
      if (!isDone(message)) {
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private boolean isDone(SQSEvent.SQSMessage message) {
    try {
      Work work = Work.parse(message.getBody());
      jobs.get(work.kind()).accept(work.round());
      LOG.info("done: {}", work);
      return true;
    } catch (RuntimeException e) {
      LOG.error("queue message {} failed", message.getMessageId(), e);
      return false;
    }
  }
}
