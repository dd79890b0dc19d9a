package twiza.table;

import static twiza.idea.Samples.MODERATOR;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.IdeaLife;
import twiza.idea.Revision;
import twiza.idea.Samples;
import twiza.idea.Sheet;
import twiza.jury.BallotPaper;
import twiza.round.Round;
import twiza.round.Via;
import twiza.uptake.Uptake;

/** Fills a table quickly with what the adapters would have written one idea after the other. */
public final class FullBank {

  private static final int BATCH = 25;

  private static final Set<String> SHELVES =
      Set.of(
          Keys.shelf(Keys.ALL, Keys.ALL),
          Keys.shelf("05", Keys.ALL),
          Keys.shelf(Samples.BENI_MELLAL, Keys.ALL),
          Keys.shelf(Keys.ALL, Samples.aSheet().sector()));

  private final DynamoDbClient client;
  private final String table;

  public FullBank(LocalTable table) {
    this(table.client(), table.name());
  }

  public FullBank(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * So many ideas on each of the shelves that are read, and for ten of them one that waits and one
   * that is due.
   */
  void fill(int ideas) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < ideas; i++) {
      Instant at = MONDAY.plus(Duration.ofMinutes(i + 1L));
      Dossier published = published(anIdea().sentAt(at));
      BankItems.write(published.publication()).values().stream()
          .filter(item -> SHELVES.contains(item.key().partition()))
          .forEach(items::add);
      if (i % 10 == 0) {
        items.add(IdeaItems.write(waiting(anIdea().sentAt(at))));
        Samples.Sample unconfirmed = anIdea().sentAt(at);
        items.add(IdeaItems.write(dossier(unconfirmed, begun(unconfirmed))));
      }
    }
    write(items.stream());
  }

  /** Everything that the public reads of these ideas. */
  public void shows(Stream<Samples.Sample> ideas) {
    write(ideas.flatMap(it -> BankItems.write(published(it).publication()).values().stream()));
  }

  /** So many ideas in a round: one that waits for each one that the public may read. */
  void fillRound(Round round, int ideas) {
    Stream<Item> items =
        IntStream.range(0, ideas / 2)
            .mapToObj(i -> MONDAY.plus(Duration.ofMinutes(i + 1L)))
            .flatMap(at -> Stream.of(published(anIdea().sentAt(at)), waiting(anIdea().sentAt(at))))
            .map(dossier -> entered(dossier, round))
            .flatMap(dossier -> EntryItems.inRounds(dossier).values().stream());
    write(items);
  }

  /** So many ideas before the jury of a round, each by somebody with an address of their own. */
  public void fillJury(Round round, int ideas) {
    fillJury(round, ideas, Samples.aSheet());
  }

  /** The same, which all say the same. */
  public void fillJury(Round round, int ideas, Sheet sheet) {
    Author fatima = Samples.fatima();
    Stream<Item> items =
        IntStream.range(0, ideas)
            .mapToObj(i -> fatima.awaiting(new Contact.Email("author@coop-" + i + ".example")))
            .map(Author::reachedAtPending)
            .map(author -> published(anIdea().saying(sheet).by(author)))
            .map(dossier -> admitted(entered(dossier, round), round))
            .flatMap(
                dossier ->
                    Stream.concat(EntryItems.inRounds(dossier).values().stream(), whole(dossier)));
    write(items);
  }

  private static Stream<Item> whole(Dossier dossier) {
    String id = dossier.idea().id();
    return Stream.of(
        IdeaItems.write(dossier),
        RevisionItems.write(id, dossier.revisions().getFirst()),
        AuthorItems.write(id, dossier.author().orElseThrow()));
  }

  /** What the jury of a round has submitted. */
  public void fillPapers(Round round, List<BallotPaper> papers) {
    Map<String, List<String>> ideas =
        papers.stream()
            .collect(
                Collectors.groupingBy(
                    BallotPaper::juror,
                    Collectors.mapping(BallotPaper::idea, Collectors.toList())));
    Stream<Item> progress =
        ideas.entrySet().stream()
            .map(
                of ->
                    Item.at(Keys.progress(round.id(), of.getKey()))
                        .withSet("submitted", of.getValue()));
    write(Stream.concat(papers.stream().map(it -> PaperItems.write(round.id(), it)), progress));
  }

  private static Dossier admitted(Dossier before, Round round) {
    return after(before, new IdeaEvent.Admitted(round.id(), 1));
  }

  private static Dossier entered(Dossier before, Round round) {
    return after(
        before, new IdeaEvent.Entered(round.id(), Via.AUTHOR, round.schedule().judgingOpensAt()));
  }

  private static Dossier after(Dossier before, IdeaEvent event) {
    return new Dossier(
        IdeaLife.after(before.idea(), event, "", before.idea().changedAt()),
        before.revisions(),
        before.author(),
        before.history(),
        before.note(),
        before.translations(),
        before.uptake());
  }

  private void write(Stream<Item> all) {
    List<Item> items = all.toList();
    Stream.iterate(0, from -> from < items.size(), from -> from + BATCH)
        .map(from -> items.subList(from, Math.min(from + BATCH, items.size())))
        .parallel()
        .forEach(this::writeBatch);
  }

  private static Dossier published(Samples.Sample sample) {
    Idea pending = waiting(sample).idea();
    return dossier(
        sample, IdeaLife.after(pending, new IdeaEvent.Approved(1), MODERATOR, sample.at()));
  }

  private static Dossier waiting(Samples.Sample sample) {
    return dossier(
        sample, IdeaLife.after(begun(sample), new IdeaEvent.Confirmed(), "", sample.at()));
  }

  private static Idea begun(Samples.Sample sample) {
    return sample.accepted().idea();
  }

  private static Dossier dossier(Samples.Sample sample, Idea idea) {
    Revision first = new Revision(1, sample.at(), sample.sheet());
    return new Dossier(
        idea,
        List.of(first),
        Optional.of(sample.author()),
        List.of(),
        Optional.empty(),
        List.of(),
        Uptake.NONE);
  }

  private void writeBatch(List<Item> items) {
    List<WriteRequest> puts =
        items.stream()
            .map(Item::attributes)
            .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
            .toList();
    Map<String, List<WriteRequest>> left = Map.of(table, puts);
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> now = left;
      left = client.batchWriteItem(batch -> batch.requestItems(now)).unprocessedItems();
    }
  }
}
