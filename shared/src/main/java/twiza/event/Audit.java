package twiza.event;

import java.time.Instant;
import java.util.Optional;
import twiza.idea.Listing;

/**
 * Everything that happened in a region. It is only ever read: what happens is written together with
 * what it changes, and never changed afterwards.
 */
public interface Audit {

  /**
   * Which part of it. What is empty bounds nothing.
   *
   * @param person the opaque id of whoever did it, or to whom it was done
   * @param idea id, or tracking code
   * @param from the first instant
   * @param to the first instant after
   */
  record Filter(
      String region,
      Optional<String> person,
      Optional<String> idea,
      Optional<String> kind,
      Optional<Instant> from,
      Optional<Instant> to) {}

  /**
   * @param kind code
   * @param by who did it; empty when the author, the public or the clock did
   * @param idea to which it happened
   * @param round id of the round to which it happened
   * @param member to whom it happened
   */
  record Entry(
      Instant at,
      String kind,
      Optional<Person> by,
      Optional<Subject> idea,
      Optional<String> round,
      Optional<Person> member) {}

  /**
   * A member of staff, or somebody who was.
   *
   * @param name empty when nothing is known of them any more
   */
  record Person(String id, String name) {}

  /**
   * @param trackingCode empty when nothing is known of the idea any more
   */
  record Subject(String id, String trackingCode) {}

  /**
   * Newest first. A page may hold fewer entries than asked for, or none, and still be followed by
   * another.
   *
   * @param cursor empty for the first page
   */
  Listing<Entry> entries(Filter filter, String cursor, int limit, Instant now);
}
