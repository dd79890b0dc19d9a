package twiza.staff;

import java.time.Instant;
import java.util.Optional;

/** The sign-ins that are on their way, and the sessions they lead to. */
public interface SignIns {

  /** Keeps it, and has its mail sent to the member if there is one. */
  void ask(SignIn signIn, Instant now);

  Optional<SignIn> find(String id);

  /**
   * Counts a code that was typed, before it is compared.
   *
   * @return false when the code is void by now, or the sign-in was used up
   */
  boolean countCode(String id);

  /**
   * Uses it up and opens a session, in one step.
   *
   * @return false when it was used up before
   */
  boolean exchange(SignIn signIn, Member member, SessionToken session, Instant now);

  /** The session of a browser, open or not. */
  Optional<Session> session(SessionToken token);

  /** Ends a session. */
  void end(SessionToken token, Session session, Instant now);
}
