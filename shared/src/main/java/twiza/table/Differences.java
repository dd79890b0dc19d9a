package twiza.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.board.Counting;
import twiza.board.Mark;
import twiza.idea.Author;
import twiza.idea.Dossier;
import twiza.idea.Entry;
import twiza.idea.Happening;
import twiza.idea.Idea;
import twiza.idea.Revision;
import twiza.idea.State;

/** What has to be written for one dossier to become another. */
final class Differences {

  private static final String SAME_VERSION = "version = :version";

  private final Table table;
  private final Contacts contacts;

  Differences(Table table, Contacts contacts) {
    this.table = table;
    this.contacts = contacts;
  }

  /**
   * Everything but texts that are gone: at most 36 actions, and three for each round it is in, the
   * idea and its lock first.
   */
  List<TransactWriteItem> written(Dossier before, Dossier after) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(table.put(IdeaItems.write(after), SAME_VERSION, version(before)));
    actions.add(table.put(IdeaItems.tracked(after.idea())));
    addEvents(before, after, actions);
    after.revisions().stream()
        .filter(revision -> before.revision(revision.number()).isEmpty())
        .map(revision -> RevisionItems.write(after.idea().id(), revision))
        .forEach(item -> actions.add(table.putIfNew(item)));
    addAuthor(before, after, actions);
    addChanged(desk(before), desk(after), actions);
    addChanged(EntryItems.inRounds(before), EntryItems.inRounds(after), actions);
    addLeft(before, after, actions);
    Map<Key, Item> shown = BankItems.write(before.publication());
    Map<Key, Item> shows = BankItems.write(after.publication());
    addChanged(shown, shows, actions);
    addAnswered(before, after, actions);
    addUptake(before, after, !shown.equals(shows), actions);
    return actions;
  }

  /**
   * What is shown of an idea tells who builds it: it is written only as long as that is the same.
   * Those who wait for an idea that goes, or for an author who does, are seen to at once.
   */
  private void addUptake(
      Dossier before, Dossier after, boolean shownAnew, List<TransactWriteItem> actions) {
    boolean shown = before.publication().isPresent();
    boolean goes = shown && after.publication().isEmpty();
    boolean authorGoes = before.author().isPresent() && after.author().isEmpty();
    if (before.uptake().version() > 0 && (goes || authorGoes)) {
      actions.add(UptakeItems.wake(table, before, after.idea().changedAt()));
    } else if (shown && shownAnew && after.publication().isPresent()) {
      actions.add(UptakeItems.unchanged(table, before));
    }
  }

  /**
   * What else has to be written when those change who want to build an idea: what the public reads
   * of it.
   */
  List<TransactWriteItem> shown(Dossier before, Dossier after) {
    List<TransactWriteItem> actions = new ArrayList<>();
    addChanged(EntryItems.inRounds(before), EntryItems.inRounds(after), actions);
    addChanged(
        BankItems.write(before.publication()), BankItems.write(after.publication()), actions);
    return actions;
  }

  /** A need counts the published ideas that answer it. */
  private void addAnswered(Dossier before, Dossier after, List<TransactWriteItem> actions) {
    Optional<String> was = NeedItems.answered(before.publication());
    Optional<String> is = NeedItems.answered(after.publication());
    if (!was.equals(is)) {
      was.ifPresent(need -> actions.add(counted(need, -1)));
      is.ifPresent(need -> actions.add(counted(need, 1)));
    }
  }

  private TransactWriteItem counted(String need, long more) {
    return table.change(
        Keys.answered(need), "ADD ideas :more", Map.of(":more", Item.attribute(more)));
  }

  /** Texts that are gone, those first that nothing refers to any more. */
  List<TransactWriteItem> gone(Dossier before, Dossier after) {
    String id = before.idea().id();
    Map<Long, Happening> kept =
        after.history().stream().collect(Collectors.toMap(Happening::version, Function.identity()));
    Stream<Key> reasons =
        before.history().stream()
            .filter(h -> !h.reason().isEmpty() && kept.get(h.version()).reason().isEmpty())
            .map(h -> Keys.decision(id, h.version()));
    Map<Boolean, List<Key>> texts =
        before.revisions().stream()
            .filter(revision -> after.revision(revision.number()).isEmpty())
            .collect(
                Collectors.partitioningBy(
                    revision -> isPast(revision, before.idea()),
                    Collectors.mapping(
                        revision -> Keys.revision(id, revision.number()), Collectors.toList())));
    return Stream.of(reasons, texts.get(true).stream(), texts.get(false).stream())
        .flatMap(Function.identity())
        .map(table::delete)
        .toList();
  }

  /** Holds as long as the idea is the one in the dossier. */
  TransactWriteItem unchanged(Dossier dossier) {
    return table.check(Keys.idea(dossier.idea().id()), SAME_VERSION, version(dossier));
  }

  private static Map<String, AttributeValue> version(Dossier dossier) {
    return Map.of(":version", Item.attribute(dossier.idea().version()));
  }

  private static boolean isPast(Revision revision, Idea idea) {
    OptionalInt number = OptionalInt.of(revision.number());
    return idea.latest() != revision.number()
        && !idea.published().equals(number)
        && !idea.proposed().equals(number);
  }

  private static List<Happening> happened(Dossier before, Dossier after) {
    return after.history().stream().filter(h -> h.version() > before.idea().version()).toList();
  }

  /** What a change counts as stands with the first of its events. */
  private void addEvents(Dossier before, Dossier after, List<TransactWriteItem> actions) {
    Optional<Mark> mark = Counting.changed(before, after);
    for (Happening happening : happened(before, after)) {
      Item event = EventItems.write(happening, after.idea());
      mark.filter(_ -> happening.version() == before.idea().version() + 1)
          .ifPresent(counts -> MarkItems.write(counts, after.idea().region(), event));
      addEvent(happening, event, after.idea(), actions);
    }
  }

  private void addEvent(
      Happening happening, Item event, Idea after, List<TransactWriteItem> actions) {
    actions.add(table.putIfNew(event));
    if (!happening.reason().isEmpty()) {
      actions.add(
          table.put(
              Item.at(Keys.decision(after.id(), happening.version()))
                  .with("reason", happening.reason())));
    }
  }

  /** Whose idea is out of a round for good may enter another. */
  private void addLeft(Dossier before, Dossier after, List<TransactWriteItem> actions) {
    before
        .author()
        .ifPresent(
            author ->
                after.idea().entries().stream()
                    .map(Entry::round)
                    .filter(round -> counts(before.idea(), round) && !counts(after.idea(), round))
                    .map(round -> Keys.entrant(round, contacts.hash(author.contact())))
                    .forEach(
                        entrant -> actions.add(Tickets.giveBack(table, entrant, after.idea()))));
  }

  private static boolean counts(Idea idea, String round) {
    boolean gone =
        idea.erased() || idea.state() == State.WITHDRAWN || idea.state() == State.EXPIRED;
    return !gone && idea.entry(round).filter(Entry::isIn).isPresent();
  }

  private void addAuthor(Dossier before, Dossier after, List<TransactWriteItem> actions) {
    String id = after.idea().id();
    if (before.author().equals(after.author())) {
      return;
    }
    Author old = before.author().orElseThrow();
    Optional<String> hash = after.author().map(author -> contacts.hash(author.contact()));
    if (!hash.equals(Optional.of(contacts.hash(old.contact())))) {
      actions.add(table.delete(Keys.ideaOfContact(contacts.hash(old.contact()), id)));
      hash.ifPresent(h -> actions.add(table.put(Item.at(Keys.ideaOfContact(h, id)))));
    }
    actions.add(
        after
            .author()
            .map(author -> changed(id, old, author))
            .orElseGet(() -> table.put(AuthorItems.blank(id))));
  }

  private TransactWriteItem changed(String id, Author old, Author author) {
    AuthorItems.Change change = AuthorItems.change(old, author);
    return table.change(Keys.author(id), change.expression(), change.values());
  }

  /** What staff wrote about an idea, and the call they have to make. */
  private static Map<Key, Item> desk(Dossier dossier) {
    String id = dossier.idea().id();
    return Stream.of(
            dossier.note().map(note -> NoteItems.write(id, note)).stream(),
            dossier.translations().stream().map(words -> NoteItems.write(id, words)),
            CallItems.write(dossier).stream())
        .flatMap(Function.identity())
        .collect(Collectors.toMap(Item::key, Function.identity()));
  }

  private void addChanged(Map<Key, Item> was, Map<Key, Item> is, List<TransactWriteItem> actions) {
    Map<Key, Item> left = new HashMap<>(was);
    left.keySet().removeAll(is.keySet());
    left.keySet().forEach(key -> actions.add(table.delete(key)));
    is.values().stream()
        .filter(item -> !item.equals(was.get(item.key())))
        .forEach(item -> actions.add(table.put(item)));
  }
}
