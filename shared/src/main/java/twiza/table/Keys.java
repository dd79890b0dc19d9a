package twiza.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import twiza.access.Fingerprints;
import twiza.event.Mails;
import twiza.place.Language;

/** Every key of the table, and of its indexes. */
final class Keys {

  static final String IDEA = "IDEA";
  static final String IDEA_AMONG = "IDEA#";
  static final String AUTHOR = "AUTHOR";
  static final String REVISION = "REVISION#";
  static final String EVENT = "EVENT#";
  static final String DECISION = "DECISION#";
  static final String ENTRY = "ENTRY#";
  static final String ROUND = "ROUND";
  static final String JUROR = "JUROR#";
  static final String JURY = "JURY";
  static final String REVIEW = "REVIEW#";
  static final String PROGRESS = "PROGRESS#";
  static final String RANKING = "RANKING";
  static final String VERDICT = "VERDICT";
  static final String NOTE = "NOTE";
  static final String TRANSLATION = "TRANSLATION#";
  static final String UPTAKE = "UPTAKE";
  static final String INTEREST = "INTEREST#";
  static final String PARTY = "PARTY#";

  /** Stands in a shelf's key for the whole country, or for all sectors. */
  static final String ALL = "ALL";

  /** The partition of the index of what is due. */
  static final String DUE = "DUE";

  /** Milliseconds always, so that instants sort as text. */
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Keys() {}

  static String instant(Instant instant) {
    return INSTANT.format(instant);
  }

  static Key idea(String id) {
    return new Key("IDEA#" + id, IDEA);
  }

  static Key author(String id) {
    return new Key("IDEA#" + id, AUTHOR);
  }

  /** The id of the idea in whose partition something stands. */
  static String ideaOf(Key key) {
    return key.partition().substring(IDEA_AMONG.length());
  }

  static Key revision(String id, int number) {
    return new Key("IDEA#" + id, REVISION + number(number));
  }

  static Key event(String id, long version) {
    return new Key("IDEA#" + id, EVENT + number(version));
  }

  /** The free text of what happened with a version. */
  static Key decision(String id, long version) {
    return new Key("IDEA#" + id, DECISION + number(version));
  }

  static Key note(String id) {
    return new Key("IDEA#" + id, NOTE);
  }

  static Key translation(String id, Language language) {
    return new Key("IDEA#" + id, TRANSLATION + language);
  }

  /** Who wants to build an idea: the item that their version locks. */
  static Key uptake(String id) {
    return new Key("IDEA#" + id, UPTAKE);
  }

  static Key interest(String id, String interest) {
    return new Key("IDEA#" + id, INTEREST + interest);
  }

  /** Who they are. */
  static Key party(String id, String interest) {
    return new Key("IDEA#" + id, PARTY + interest);
  }

  /** After the event that gave the idea its version, and before its next one. */
  static Key uptakeEvent(String id, long ideaVersion, long version) {
    return new Key(
        "IDEA#" + id, EVENT + number(ideaVersion) + "#" + UPTAKE + "#" + number(version));
  }

  static Key interestOfContact(String hash, String id, String interest) {
    return new Key(contact(hash), INTEREST + id + "#" + interest);
  }

  static Key call(String id) {
    return new Key("IDEA#" + id, "CALL");
  }

  /** The number that a sort key ends with. */
  static long number(Key key) {
    return Long.parseLong(key.sort().substring(key.sort().lastIndexOf('#') + 1));
  }

  /** The files brought in to a region, in the order of their ids. */
  static String imports(String region) {
    return "IMPORTS#" + region;
  }

  static Key batch(String region, String id) {
    return new Key(imports(region), "BATCH#" + id);
  }

  static String imported(String batch) {
    return "IMPORT#" + batch;
  }

  static Key imported(String batch, String idea) {
    return new Key(imported(batch), IDEA_AMONG + idea);
  }

  static Key tracking(String code) {
    return new Key("TRACKING#" + code, "TRACKING");
  }

  static Key sheet(String id) {
    return new Key("SHEET#" + id, "SHEET");
  }

  static Key card(String place, String sector, Instant publishedAt, String id) {
    return new Key(shelf(place, sector), instant(publishedAt) + "#" + id);
  }

  /**
   * @param place code of a region or province, or {@link #ALL}
   * @param sector code, or {@link #ALL}
   */
  static String shelf(String place, String sector) {
    return "BANK#" + place + "#" + sector;
  }

  static String contact(String hash) {
    return "EMAIL#" + hash;
  }

  static Key ideaOfContact(String hash, String id) {
    return new Key(contact(hash), IDEA_AMONG + id);
  }

  static String ideaAmong(Key key) {
    return key.sort().substring(IDEA_AMONG.length());
  }

  static Key linksAsked(String hash, String event) {
    return new Key(contact(hash), EVENT + event);
  }

  static Key member(String id) {
    return new Key("STAFF#" + id, "STAFF");
  }

  static Key membership(String id, String region) {
    return new Key("STAFF#" + id, "REGION#" + region);
  }

  /** The same change stands in the history of each region that it concerns. */
  static Key memberEvent(String id, long version, String region) {
    return new Key("STAFF#" + id, EVENT + number(version) + "#" + region);
  }

  /** Something a member did that changes nothing about them. */
  static Key memberDeed(String id, String event) {
    return new Key("STAFF#" + id, EVENT + event);
  }

  static Key memberOfContact(String hash) {
    return new Key(contact(hash), "STAFF");
  }

  static Key admins() {
    return new Key("ADMINS", "ADMINS");
  }

  static Key signIn(String id) {
    return new Key("SIGNIN#" + id, "SIGNIN");
  }

  static Key signInAsked(String id) {
    return new Key("SIGNIN#" + id, EVENT + number(1));
  }

  static Key session(String hash) {
    return new Key("SESSION#" + hash, "SESSION");
  }

  /** Index GSI1: who is staff of a region. */
  static String staff(String region) {
    return "STAFF#" + region;
  }

  /** Index GSI1: what a region has announced. */
  static String rounds(String region) {
    return "ROUNDS#" + region;
  }

  /** Index GSI1: what only the organisers of a region see. */
  static String drafts(String region) {
    return "DRAFTS#" + region;
  }

  /** Index GSI1: by when a round opens. */
  static String placeAmongRounds(Instant opensAt, String id) {
    return placeInQueue(opensAt, id);
  }

  static Key round(String id) {
    return new Key("ROUND#" + id, ROUND);
  }

  /** What an organiser said at one time. */
  static Key plan(String id, int number) {
    return new Key("ROUND#" + id, "PLAN#" + number(number));
  }

  static Key roundEvent(String id, long version) {
    return new Key("ROUND#" + id, EVENT + number(version));
  }

  static Key cancellation(String id) {
    return new Key("ROUND#" + id, "CANCELLATION");
  }

  static Key entry(String round, String idea) {
    return new Key("ROUND#" + round, ENTRY + idea);
  }

  /** The ideas that an author has in a round. */
  static Key entrant(String round, String hash) {
    return new Key("ROUND#" + round, "AUTHOR#" + hash);
  }

  static Key lateCode(String round, String hash) {
    return new Key("ROUND#" + round, "LATE#" + hash);
  }

  static Key lateCodeIssued(String round, String hash) {
    return new Key("ROUND#" + round, EVENT + "LATE#" + hash);
  }

  static Key jury(String round) {
    return new Key("ROUND#" + round, JURY);
  }

  static Key juror(String round, String id) {
    return new Key("ROUND#" + round, JUROR + id);
  }

  static Key juryEvent(String round, long version) {
    return new Key("ROUND#" + round, EVENT + "JURY#" + number(version));
  }

  /** A juror asked for another link. */
  static Key juryLinkAsked(String round, String juror, Instant at) {
    return new Key("ROUND#" + round, EVENT + "JURYLINK#" + juror + "#" + instant(at));
  }

  /** What a juror writes about an idea. */
  static Key review(String round, String juror, String idea) {
    return new Key("ROUND#" + round, reviews(juror) + idea);
  }

  /** What the sort keys of a juror's papers begin with. */
  static String reviews(String juror) {
    return REVIEW + juror + "#";
  }

  /** Which papers a juror has, and which of them count. */
  static Key progress(String round, String juror) {
    return new Key("ROUND#" + round, PROGRESS + juror);
  }

  static Key reviewEvent(String round, String juror, String idea, long version) {
    return new Key("ROUND#" + round, EVENT + REVIEW + juror + "#" + idea + "#" + number(version));
  }

  /** Index GSI1: what the jury writes about an idea, by juror. */
  static String readings(String round, String idea) {
    return "READ#" + round + "#" + idea;
  }

  /** Leads to the ranking that is frozen. */
  static Key ranking(String round) {
    return new Key("ROUND#" + round, RANKING);
  }

  /** Leads to the ranking that was asked for last. */
  static Key preview(String round) {
    return new Key("ROUND#" + round, "PREVIEW");
  }

  /** When a ranking was asked for last. */
  static Key rankingAsked(String round) {
    return new Key("ROUND#" + round, RANKING + "#ASKED");
  }

  /** Standings of a ranking, by idea. */
  static Key rankingPage(String round, String run, int number) {
    return new Key("ROUND#" + round, rankingPages(run) + number(number));
  }

  static String rankingPages(String run) {
    return RANKING + "#" + run + "#PAGE#";
  }

  /** Marks that a ranking was made of. */
  static Key rankingReviews(String round, String run, int number) {
    return new Key("ROUND#" + round, rankingReviews(run) + number(number));
  }

  static String rankingReviews(String run) {
    return RANKING + "#" + run + "#REVIEWS#";
  }

  static Key rankingAskedEvent(String round, Instant at) {
    return new Key("ROUND#" + round, EVENT + RANKING + "#" + instant(at));
  }

  static Key rankedEvent(String round) {
    return new Key("ROUND#" + round, EVENT + RANKING);
  }

  /** What the jury is going to make known. */
  static Key verdict(String round) {
    return new Key("ROUND#" + round, VERDICT);
  }

  static Key verdictEvent(String round, long version) {
    return new Key("ROUND#" + round, EVENT + VERDICT + "#" + number(version));
  }

  /** The results that are public. It is there once they are. */
  static Key results(String round) {
    return new Key("RESULTS#" + round, "RESULTS");
  }

  /** What the public may read of a round's ideas, in the order in which they were sent. */
  static Key shown(String round, Instant at, String idea) {
    return new Key(shown(round), placeInQueue(at, idea));
  }

  static String shown(String round) {
    return "ENTRIES#" + round;
  }

  /** What waits for a moderator before the jury gets it. */
  static Key screened(String round, Instant since, String idea) {
    return new Key(screened(round), placeInQueue(since, idea));
  }

  static String screened(String round) {
    return "SCREENING#" + round;
  }

  /** What is counted in a region, by closed month. */
  static String ledger(String region) {
    return "LEDGER#" + region;
  }

  static Key closedMonth(String region, YearMonth month) {
    return new Key(ledger(region), month.toString());
  }

  /** Index GSI1: the events of a region that count, by the month of Morocco's in which they do. */
  static String marks(String region, YearMonth month) {
    return "MARKS#" + region + "#" + month;
  }

  static Key guide(String region) {
    return new Key("REGION#" + region, "GUIDE");
  }

  static Key guideEvent(String region, long version) {
    return new Key("REGION#" + region, EVENT + "GUIDE#" + number(version));
  }

  static Key delegation(String region) {
    return new Key("REGION#" + region, "REGION");
  }

  /** What a region says of the terms since a version: never changed, never replaced. */
  static Key terms(String region, long version) {
    return new Key("REGION#" + region, "TERMS#" + number(version));
  }

  static Key delegationEvent(String region, long version) {
    return new Key("REGION#" + region, EVENT + number(version));
  }

  static Key need(String id) {
    return new Key("NEED#" + id, "NEED");
  }

  static Key needEvent(String id, long version) {
    return new Key("NEED#" + id, EVENT + number(version));
  }

  /**
   * The open needs of a place; in index GSI1 all needs of a region.
   *
   * @param place code of a region or province
   */
  static String needs(String place) {
    return "NEEDS#" + place;
  }

  static Key needOn(String place, Instant publishedAt, String id) {
    return new Key(needs(place), placeInQueue(publishedAt, id));
  }

  /** The published ideas that answer a need. */
  static String answers(String need) {
    return "ANSWERS#" + need;
  }

  static Key answer(String need, Instant publishedAt, String idea) {
    return new Key(answers(need), placeInQueue(publishedAt, idea));
  }

  /** How many they are. */
  static Key answered(String need) {
    return new Key("ANSWERED#" + need, "ANSWERED");
  }

  static Key digest(String region, LocalDate day, int hour) {
    return new Key(
        "REGION#" + region, EVENT + day + "T" + String.format(Locale.ROOT, "%02d", hour));
  }

  static Key submission(String key, Fingerprints fingerprints) {
    return new Key("ONCE#SUBMISSION#" + fingerprints.of("submission", key), "ONCE");
  }

  static Key arrival(String attempt, Fingerprints fingerprints) {
    return new Key("ONCE#ARRIVAL#" + fingerprints.of("arrival", attempt), "ONCE");
  }

  static Key asking(String key, Fingerprints fingerprints) {
    return new Key("ONCE#INTEREST#" + fingerprints.of("interest", key), "ONCE");
  }

  static Key limit(String what, String who, Instant now) {
    return new Key("ONCE#LIMIT#" + what + "#" + who + "#" + HOUR.format(now), "ONCE");
  }

  static Key mail(Mails.Mail mail) {
    return new Key("MAIL#" + mail.event() + "#" + mail.recipient(), "MAIL");
  }

  /** Index GSI1: what stands in a region, by state, oldest first. */
  static String queue(String region, String state) {
    return "QUEUE#" + region + "#" + state;
  }

  /** Index GSI1: who wants to build ideas of a region, by how far they are, oldest first. */
  static String interests(String region, String shelf) {
    return "INTERESTS#" + region + "#" + shelf;
  }

  /** Index GSI1: whom a region has to call, oldest first. */
  static String calls(String region) {
    return "CALLS#" + region;
  }

  static String placeInQueue(Instant since, String id) {
    return instant(since) + "#" + id;
  }

  /** Index GSI2: oldest first. */
  static String due(Instant at, String kind, String id) {
    return instant(at) + "#" + kind + "#" + id;
  }

  /** Index GSI3: what happened in a region in a month of UTC. */
  static String audit(String region, Instant at) {
    return audit(region, YearMonth.from(at.atOffset(ZoneOffset.UTC)));
  }

  static String audit(String region, YearMonth month) {
    return "AUDIT#" + region + "#" + month;
  }

  static String placeInAudit(Instant at, String id, String version) {
    return instant(at) + "#" + id + "#" + version;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%010d", number);
  }
}
