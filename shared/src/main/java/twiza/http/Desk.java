package twiza.http;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import twiza.staff.Member;
import twiza.staff.Role;
import twiza.staff.Session;
import twiza.staff.SessionToken;
import twiza.staff.SignIns;

/**
 * The one door to whatever only staff may do: who comes is known by a session, and what they may do
 * there by their roles in the region that it is about. What changes something must come from the
 * site's own pages.
 */
public final class Desk {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final SignIns signIns;
  private final Supplier<String> site;

  /**
   * @param site the site's address, without a slash at its end
   */
  public Desk(SignIns signIns, Supplier<String> site) {
    this.signIns = signIns;
    this.site = site;
  }

  /**
   * Somebody at the desk.
   *
   * @param region that the request is about
   */
  public record Visit(Member member, String region, Request request) {}

  /** For whoever is signed in, about themselves. */
  public Endpoint own(BiFunction<Session, Request, Reply> answer) {
    return request -> answer.apply(session(request), request);
  }

  /**
   * About a region: the one that the query names as {@code region}, or the only one of whoever
   * asks.
   *
   * @param least the role it takes there
   */
  public Endpoint to(Role least, Function<Visit, Reply> answer) {
    return request -> {
      Member member = session(request).member();
      return answer.apply(admitted(member, least, region(member, request), request));
    };
  }

  /**
   * About something that belongs to a region.
   *
   * @param find what it is about; throws a 404 when there is nothing
   * @param region to which that belongs
   */
  public <T> Endpoint about(
      Role least,
      Function<Request, T> find,
      Function<T, String> region,
      BiFunction<Visit, T, Reply> answer) {
    return request -> {
      Member member = session(request).member();
      T subject = find.apply(request);
      return answer.apply(admitted(member, least, region.apply(subject), request), subject);
    };
  }

  private Session session(Request request) {
    fromTheSite(request);
    return token(request)
        .flatMap(signIns::session)
        .filter(session -> session.isOpen(request.now()))
        .orElseThrow(() -> Problem.of(401, "SIGNED_OUT"));
  }

  /** The session's token that the browser sent along. */
  public Optional<SessionToken> token(Request request) {
    return request.cookie(StaffCookies.session(site.get())).flatMap(SessionToken::parse);
  }

  /**
   * Refuses what another site's page has a browser do.
   *
   * @throws Problem 403
   */
  public void fromTheSite(Request request) {
    boolean ours = request.header("origin").filter(site.get()::equals).isPresent();
    if (!READING.contains(request.method()) && !ours) {
      throw Problem.of(403, "OTHER_ORIGIN");
    }
  }

  private static String region(Member member, Request request) {
    String named = request.query("region");
    if (!named.isEmpty()) {
      return named;
    }
    if (member.regions().size() != 1) {
      throw Problem.invalid("region", "REQUIRED");
    }
    return member.regions().iterator().next();
  }

  private static Visit admitted(Member member, Role least, String region, Request request) {
    if (!member.may(least, region)) {
      throw Problem.of(403, "FORBIDDEN");
    }
    return new Visit(member, region, request);
  }
}
