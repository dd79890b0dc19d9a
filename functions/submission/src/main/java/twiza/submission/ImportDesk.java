package twiza.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Router;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.IdeaEvent;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas.Edit;
import twiza.idea.Ideas.Once;
import twiza.idea.Imports;
import twiza.idea.Imports.Batch;
import twiza.idea.Listing;
import twiza.submission.Intake.Arrival;
import twiza.submission.SubmissionFunction.Parts;
import twiza.text.Messages;

/** Organisers bring in the ideas that lie in a spreadsheet, all of them or none. */
final class ImportDesk {

  /** Five hundred ideas of usual length, in Arabic. */
  private static final int LARGEST_FILE = 2 * 1024 * 1024;

  /** A row is not taken twice, as long as anybody may find the file again. */
  private static final Duration ROWS_KEPT = Duration.ofDays(3650);

  private final Parts parts;
  private final Imports imports;
  private final Intake intake;

  ImportDesk(Parts parts) {
    this.parts = parts;
    this.imports = parts.imports();
    this.intake = new Intake(parts);
  }

  Reply template(Visit visit) {
    Messages messages = Messages.in(visit.request().language());
    String csv = new ImportTemplate(parts.places(), messages).of(visit.region());
    return Reply.of(200, "text/csv; charset=utf-8", csv)
        .with("Content-Disposition", "attachment; filename=\"ideas.csv\"");
  }

  /** Writes nothing when anything is wrong, nor in a dry run. */
  Reply take(Visit visit) {
    Input input = visit.request().json(LARGEST_FILE);
    String csv = input.verbatim("csv");
    boolean dryRun = input.flag("dryRun", false);
    input.finish();
    ImportRows rows = ImportRows.read(Spreadsheet.read(csv), visit.region(), parts.places());
    Map<Once, SubmissionForm> fresh = fresh(rows, visit.request().now());
    if (dryRun || !rows.faults().isEmpty() || fresh.isEmpty()) {
      return Reply.json(200, report(rows, fresh.size(), Optional.empty(), visit));
    }
    Batch batch = write(fresh, visit);
    return Reply.json(201, report(rows, fresh.size(), Optional.of(batch), visit));
  }

  /** The ideas that did not come in before. */
  private Map<Once, SubmissionForm> fresh(ImportRows rows, Instant now) {
    Map<Once, SubmissionForm> fresh = new LinkedHashMap<>();
    rows.byContent()
        .forEach(
            (content, form) -> {
              String key = parts.fingerprints().of("imported row", content);
              fresh.put(new Once(key, key, ROWS_KEPT), form);
            });
    Set<String> taken = imports.taken(fresh.keySet().stream().map(Once::key).toList(), now);
    fresh.keySet().removeIf(once -> taken.contains(once.key()));
    return fresh;
  }

  /** The batch is there before its ideas are, so that one that was interrupted can be undone. */
  private Batch write(Map<Once, SubmissionForm> ideas, Visit visit) {
    Instant now = visit.request().now();
    String by = visit.member().id();
    Batch batch = Batch.begun(parts.chance().id(), visit.region(), by, now, ideas.size());
    imports.keep(batch);
    List<Arrival> arrivals =
        ideas.entrySet().stream().map(row -> arrival(row.getKey(), row.getValue(), batch)).toList();
    List<Intake.Receipt> receipts = SeveralAtOnce.each(arrivals, intake::keep);
    int taken = (int) receipts.stream().filter(Intake.Receipt::fresh).count();
    Batch complete = batch.completed(taken);
    imports.keep(complete);
    return complete;
  }

  private static Arrival arrival(Once once, SubmissionForm form, Batch batch) {
    return new Arrival(form, Set.of(), once, batch.by(), batch.at(), Optional.of(batch.id()));
  }

  /**
   * @param fresh how many ideas did not come in before
   * @param batch that was written
   */
  private static Map<String, Object> report(
      ImportRows rows, int fresh, Optional<Batch> batch, Visit visit) {
    Messages messages = Messages.in(visit.request().language());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", batch.map(Batch::id));
    json.put("rows", rows.count());
    json.put("taken", batch.map(Batch::rows).orElse(0));
    json.put("already", rows.forms().size() - fresh);
    json.put("withoutConsent", rows.withoutConsent());
    json.put("errors", rows.faults().stream().map(fault -> json(fault, messages)).toList());
    return json;
  }

  private static Map<String, Object> json(ImportRows.Fault fault, Messages messages) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("row", fault.row());
    json.put("field", fault.error().field());
    json.put("value", fault.value());
    json.put("code", fault.error().code());
    json.put("message", Router.sentence(fault.error(), messages));
    return json;
  }

  /** Newest first. */
  Reply list(Visit visit) {
    Paging paging = Paging.of(visit.request());
    return switch (imports.of(visit.region(), paging.cursor(), paging.limit())) {
      case Listing.BadCursor<Batch> _ -> throw Problem.of(400, "BAD_CURSOR");
      case Listing.Page<Batch>(List<Batch> items, Optional<String> next) -> {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items.stream().map(ImportDesk::json).toList());
        page.put("next", next);
        yield Reply.json(200, page);
      }
    };
  }

  private static Map<String, Object> json(Batch batch) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", batch.id());
    json.put("at", batch.at());
    json.put("by", batch.by());
    json.put("rows", batch.rows());
    json.put("complete", batch.complete());
    json.put("undone", batch.undone().map(ImportDesk::json));
    return json;
  }

  private static Map<String, Object> json(Imports.Undone undone) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", undone.at());
    json.put("by", undone.by());
    json.put("removed", undone.removed());
    json.put("kept", undone.kept());
    return json;
  }

  /** Interrupted, it is gone on with when somebody asks again. */
  Reply undo(Visit visit) {
    Instant now = visit.request().now();
    Batch batch = imports.find(visit.region(), visit.request().id()).orElseThrow(Problem::notFound);
    if (batch.isRunning(now)) {
      throw Problem.of(409, "IMPORT_RUNNING");
    }
    Imports.Undone undone = batch.undone().orElseGet(() -> undo(batch, visit.member().id(), now));
    return Reply.json(200, json(undone));
  }

  private Imports.Undone undo(Batch batch, String by, Instant now) {
    List<String> ideas = imports.ideas(batch.id());
    List<Boolean> gone = SeveralAtOnce.each(ideas, id -> undo(id, batch, by, now));
    int removed = (int) gone.stream().filter(it -> it).count();
    Imports.Undone undone = new Imports.Undone(by, now, removed, ideas.size() - removed);
    imports.keep(batch.undone(undone));
    return undone;
  }

  /** Whether the idea is gone then. */
  private boolean undo(String id, Batch batch, String by, Instant now) {
    Dossier after =
        parts
            .ideas()
            .settle(
                parts.ideas().find(id).orElseThrow(),
                dossier -> IdeaLife.decide(dossier.idea(), new Command.UndoImport(), now),
                (dossier, accepted) -> Edit.of(dossier, accepted, by, ""))
            .dossier();
    if (isErasedByStaff(after)) {
      imports.release(batch.id(), id);
    }
    return after.idea().erased();
  }

  /** Authors who erased themselves don't come back with the file. */
  private static boolean isErasedByStaff(Dossier dossier) {
    return dossier.history().stream()
        .anyMatch(it -> it.event() instanceof IdeaEvent.Erased && !it.by().isEmpty());
  }
}
