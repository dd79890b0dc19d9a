package twiza.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.idea.Bank;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.idea.Movements;
import twiza.idea.Publication;
import twiza.place.Places;
import twiza.place.Region;
import twiza.search.index.IdeaDocuments;
import twiza.search.index.IdeaWriter;
import twiza.search.store.Edition;
import twiza.search.store.Editions;

/**
 * Keeps the index up with the bank. It asks what happened to ideas since it last did, and reads
 * those again: what that costs grows with what happened, not with the bank. When there is no index,
 * or none that this version can read, it reads the whole bank once.
 */
final class Builder {

  private static final Logger LOG = LoggerFactory.getLogger(Builder.class);

  /** What was written late, or is late in the index of events, is read in one of the next runs. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final int AT_ONCE = 100;

  private final Bank bank;
  private final Movements movements;
  private final Editions editions;
  private final List<String> regions;
  private final IdeaDocuments documents;
  private final Supplier<String> numbers;
  private Optional<Held> held = Optional.empty();

  /** What is in memory from the run before. */
  private record Held(String number, Directory directory) {}

  /** What there is to do. */
  private record News(Set<String> ideas, Set<String> seen) {}

  /**
   * @param numbers makes one that no edition had
   */
  Builder(
      Bank bank, Movements movements, Editions editions, Places places, Supplier<String> numbers) {
    this.bank = bank;
    this.movements = movements;
    this.editions = editions;
    this.regions = places.joinedRegions().stream().map(Region::code).toList();
    this.documents = new IdeaDocuments(places);
    this.numbers = numbers;
  }

  /**
   * Does what has to be done now.
   *
   * @return whether there is a new edition
   */
  synchronized boolean keepUp(Instant now) {
    Optional<Edition> newest = editions.newest();
    if (newest.filter(it -> it.format() == IdeaWriter.FORMAT).isEmpty()) {
      anew(now);
      return true;
    }
    Edition edition = newest.get();
    News news = news(edition, now);
    if (news.ideas.isEmpty()) {
      return false;
    }
    Map<String, Publication> published = published(news.ideas);
    Optional<Directory> directory = directory(edition);
    if (directory.isEmpty()) {
      LOG.warn("a file of the newest edition is missing");
      anew(now);
      return true;
    }
    Set<String> gone = new LinkedHashSet<>(news.ideas);
    gone.removeAll(published.keySet());
    gone.removeIf(id -> !IdeaWriter.holds(directory.get(), id));
    if (published.isEmpty() && gone.isEmpty()) {
      editions.readUntil(edition, now, news.seen);
      held = Optional.of(new Held(edition.number(), directory.get()));
      return false;
    }
    write(
        directory.get(),
        writer -> {
          published.values().forEach(writer::put);
          gone.forEach(writer::remove);
        });
    publish(directory.get(), newest, true, news.seen, now);
    return true;
  }

  /** Reads the whole bank, and leaves what was there before. */
  synchronized void anew(Instant now) {
    Optional<Edition> newest = editions.newest();
    // What happens while the bank is being read is not seen, and so is read once more.
    Set<String> seen = new LinkedHashSet<>();
    for (String region : regions) {
      movements.since(region, now.minus(OVERLAP), now).forEach(it -> seen.add(it.place()));
    }
    Directory directory = new ByteBuffersDirectory();
    write(directory, this::putAll);
    publish(directory, newest, false, seen, now);
  }

  private void putAll(IdeaWriter writer) {
    String cursor = "";
    do {
      Listing.Page<Card> page =
          (Listing.Page<Card>) bank.list(new Bank.Shelf("", ""), cursor, AT_ONCE);
      bank.find(page.items().stream().map(Card::id).toList()).values().forEach(writer::put);
      cursor = page.next().orElse("");
    } while (!cursor.isEmpty());
  }

  private void write(Directory directory, Consumer<IdeaWriter> changes) {
    // What is being changed is no edition's any more.
    held = Optional.empty();
    try (IdeaWriter writer = new IdeaWriter(directory, documents)) {
      changes.accept(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void publish(
      Directory directory,
      Optional<Edition> before,
      boolean goesOn,
      Set<String> seen,
      Instant now) {
    Edition edition =
        editions.publish(directory, numbers.get(), IdeaWriter.FORMAT, before, goesOn, now, seen);
    held = Optional.of(new Held(edition.number(), directory));
    LOG.info("published an edition of {} files", edition.files().size());
  }

  private News news(Edition edition, Instant now) {
    Instant from = edition.readUntil().minus(OVERLAP);
    Set<String> ideas = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String region : regions) {
      for (Movements.Movement movement : movements.since(region, from, now)) {
        seen.add(movement.place());
        if (!edition.seen().contains(movement.place())) {
          ideas.add(movement.idea());
        }
      }
    }
    return new News(ideas, seen);
  }

  private Map<String, Publication> published(Set<String> ids) {
    Map<String, Publication> published = new LinkedHashMap<>();
    ids.stream()
        .gather(Gatherers.windowFixed(AT_ONCE))
        .forEach(some -> published.putAll(bank.find(some)));
    return published;
  }

  private Optional<Directory> directory(Edition edition) {
    return held.filter(it -> it.number.equals(edition.number()))
        .map(Held::directory)
        .or(() -> editions.load(edition, Map.of()));
  }
}
