package twiza.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import twiza.access.ConfirmationCode;
import twiza.access.Limits;
import twiza.access.SignedLinks.Link;
import twiza.access.SignedLinks.Reading;
import twiza.desk.StaffFunction.Parts;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.http.StaffCookies;
import twiza.idea.Contact;
import twiza.staff.Member;
import twiza.staff.Session;
import twiza.staff.SessionToken;
import twiza.staff.SignIn;
import twiza.staff.Staff.Edit;
import twiza.staff.StaffLife;

/**
 * Staff get in without a password: by what a mail brings, together with what the browser got that
 * asked for the mail.
 */
final class Door {

  /** Mails to one address in an hour; each brings its own link. */
  private static final int MOST_MAILS = 10;

  /** Sign-ins asked from one network in an hour: a whole office sits behind one address. */
  private static final int MOST_ASKED = 120;

  private final Parts parts;

  Door(Parts parts) {
    this.parts = parts;
  }

  /** Answers the same, and keeps as much, whether the address is a member's or nobody's. */
  Reply ask(Request request) {
    parts.desk().fromTheSite(request);
    Input input = request.json();
    Optional<Contact.Email> email = input.email("email");
    input.finish();
    Instant now = request.now();
    if (count("sign-in from", request.source(), now) > MOST_ASKED) {
      throw Problem.tooMany(Limits.untilNextHour(now));
    }
    String address = email.orElseThrow().value();
    boolean heard = count("sign-in of", address.toLowerCase(Locale.ROOT), now) <= MOST_MAILS;
    SessionToken browser = SessionToken.fresh(parts.chance().id(), parts.chance().random());
    Optional<String> member = parts.staff().at(address).map(Member::id).filter(_ -> heard);
    Instant until = now.plus(SignIn.LASTS);
    parts.signIns().ask(new SignIn(browser.id(), member, browser.hash(), until, 0), now);
    return Reply.json(202, Map.of("asked", true, "expiresAt", until))
        .withCookie(StaffCookies.nonce(browser, site()));
  }

  private int count(String what, String who, Instant now) {
    return parts.limits().count(what, parts.fingerprints().of(what, who), now);
  }

  /**
   * Lets in whoever has the mail and the browser that asked for it. Another browser with the link
   * is told the code, to be typed where the sign-in was asked; that burns nothing.
   */
  Reply enter(Request request) {
    parts.desk().fromTheSite(request);
    Input input = request.json();
    String token = input.optionalLine("token", 2000);
    String code = input.optionalLine("code", 40);
    if (token.isEmpty() == code.isEmpty()) {
      input.refuse("token", token.isEmpty() ? "REQUIRED" : "ONE_CREDENTIAL");
    }
    input.finish();
    Optional<SessionToken> browser =
        request.cookie(StaffCookies.nonce(site())).flatMap(SessionToken::parse);
    return token.isEmpty()
        ? byCode(browser.orElseThrow(Problem::badCredential), code, request.now())
        : byLink(link(token, request.now()), browser, request.now());
  }

  private String link(String token, Instant now) {
    return switch (parts.links().read(token, now)) {
      case Reading.Valid(Link.SignIn(String id)) -> id;
      case Reading.Expired _ -> throw Problem.of(401, "EXPIRED");
      case Reading.Valid _, Reading.Invalid _ -> throw Problem.badCredential();
    };
  }

  private Reply byLink(String id, Optional<SessionToken> browser, Instant now) {
    if (browser.filter(asked -> asked.id().equals(id)).isEmpty()) {
      throw Problem.of(409, "OTHER_BROWSER")
          .with("signInCode", SignIn.code(id, parts.fingerprints()));
    }
    SignIn signIn = open(browser.get(), now);
    return welcome(signIn, now);
  }

  private Reply byCode(SessionToken browser, String typed, Instant now) {
    SignIn signIn = open(browser, now);
    if (!parts.signIns().countCode(signIn.id())) {
      throw Problem.badCredential();
    }
    if (!ConfirmationCode.matches(typed, SignIn.code(signIn.id(), parts.fingerprints()))) {
      throw Problem.invalid("code", "WRONG_CODE");
    }
    return welcome(signIn, now);
  }

  private SignIn open(SessionToken browser, Instant now) {
    return parts
        .signIns()
        .find(browser.id())
        .filter(signIn -> signIn.isOpenTo(browser, now))
        .orElseThrow(Problem::badCredential);
  }

  private Reply welcome(SignIn signIn, Instant now) {
    Member member =
        signIn
            .member()
            .flatMap(parts.staff()::find)
            .filter(found -> !found.removed())
            .map(found -> kept(found, now))
            .orElseThrow(Problem::badCredential);
    SessionToken session = SessionToken.fresh(member.id(), parts.chance().random());
    if (!parts.signIns().exchange(signIn, member, session, now)) {
      throw Problem.badCredential();
    }
    return Reply.json(200, MemberJson.session(member, now.plus(Session.LASTS)))
        .withCookie(StaffCookies.session(session, site()))
        .withCookie(StaffCookies.gone(StaffCookies.nonce(site()), site()));
  }

  /** The first admin is kept on arrival; whoever did so meanwhile, they are there. */
  private Member kept(Member member, Instant now) {
    if (member.version() > 0) {
      return member;
    }
    parts.staff().save(new Edit(StaffLife.arrive(member), member.id(), now));
    return parts.staff().find(member.id()).orElseThrow();
  }

  Reply leave(Session session, Request request) {
    parts
        .desk()
        .token(request)
        .ifPresent(token -> parts.signIns().end(token, session, request.now()));
    return Reply.json(200, Map.of("signedIn", false))
        .withCookie(StaffCookies.gone(StaffCookies.session(site()), site()));
  }

  private String site() {
    return parts.settings().get().siteUrl();
  }
}
