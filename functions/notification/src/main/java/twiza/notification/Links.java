package twiza.notification;

import java.time.Instant;
import java.util.function.Supplier;
import twiza.access.AuthorToken;
import twiza.access.Fingerprints;
import twiza.access.SignedLinks;
import twiza.access.SignedLinks.Link;
import twiza.event.Mails;
import twiza.idea.Ideas;
import twiza.place.Language;
import twiza.settings.Settings;

/** Addresses of the site's pages; a token stands in the fragment, which no server sees. */
final class Links {

  private final Supplier<Settings> settings;
  private final Fingerprints fingerprints;
  private final SignedLinks signed;
  private final Ideas ideas;

  Links(Supplier<Settings> settings, Fingerprints fingerprints, SignedLinks signed, Ideas ideas) {
    this.settings = settings;
    this.fingerprints = fingerprints;
    this.signed = signed;
    this.ideas = ideas;
  }

  /**
   * The author's private link of one mail. It opens the idea from now on; the same mail has the
   * same link whenever it is written.
   */
  String follow(String idea, Mails.Mail mail, Language language) {
    AuthorToken token =
        AuthorToken.inMail(idea, mail.event() + " " + mail.recipient(), fingerprints);
    ideas.addCredential(idea, token.credential());
    return page(language, "follow/#token=" + token);
  }

  /** Where an author's private link leads, without what opens it. */
  String follow(Language language) {
    return page(language, "follow/");
  }

  String confirm(String idea, int serial, Instant expiresAt, Language language) {
    String token = signed.sign(new Link.Confirm(idea, serial), expiresAt);
    return page(language, "confirm/#token=" + token);
  }

  /** Where a confirmation code is typed. */
  String confirmation(Language language) {
    return page(language, "confirm/");
  }

  String decide(String moderator, String idea, int revision, Instant expiresAt, Language language) {
    String token = signed.sign(new Link.Decide(moderator, idea, revision), expiresAt);
    return page(language, "decide/#token=" + token);
  }

  /** Where a juror works. */
  String judge(String round, String juror, Instant expiresAt, Language language) {
    return page(language, "jury/#token=" + signed.sign(new Link.Judge(round, juror), expiresAt));
  }

  /** Where a sign-in that was asked for goes on. */
  String signIn(String id, Instant expiresAt, Language language) {
    return page(language, "desk/sign-in/#token=" + signed.sign(new Link.SignIn(id), expiresAt));
  }

  /** Where staff work. */
  String desk(Language language) {
    return page(language, "desk/");
  }

  /** The published idea. */
  String published(String idea, Language language) {
    return page(language, "ideas/" + idea + "/");
  }

  /** A round, as the public sees it. */
  String round(String round, Language language) {
    return page(language, "rounds/" + round + "/");
  }

  /** What became of a round. */
  String results(String round, Language language) {
    return page(language, "rounds/" + round + "/results/");
  }

  /** A round, as its organisers see it. */
  String roundAtDesk(String round, Language language) {
    return page(language, "desk/round/#id=" + round);
  }

  /** The private page of whoever asked to build an idea. */
  String interest(String fragment, Language language) {
    return page(language, "interest/#" + fragment);
  }

  String submission(Language language) {
    return page(language, "submit/");
  }

  private String page(Language language, String path) {
    return settings.get().siteUrl() + "/" + language.tag() + "/" + path;
  }
}
