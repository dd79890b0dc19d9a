package twiza.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Lets staff in whom tests tell of, as the door does; whoever is in stays so for some hours. */
public final class Doorkeeper {

  private static final Duration STAY = Duration.ofHours(11);

  private record Stay(SessionToken session, Instant until) {}

  private final SignIns signIns;
  private final Random random;
  private final Map<String, Stay> stays = new HashMap<>();

  public Doorkeeper(SignIns signIns, Random random) {
    this.signIns = signIns;
    this.random = random;
  }

  /** What somebody's cookie says. */
  public SessionToken session(Member member, Instant now) {
    Stay stay = stays.get(member.id());
    if (stay == null || !stay.until().isAfter(now)) {
      stay = new Stay(signsIn(member, now), now.plus(STAY));
      stays.put(member.id(), stay);
    }
    return stay.session();
  }

  private SessionToken signsIn(Member member, Instant now) {
    String id = String.format(Locale.ROOT, "01JTWZSIGNIN%014d", random.nextInt(1_000_000_000));
    SessionToken browser = SessionToken.fresh(id, random);
    SignIn signIn =
        new SignIn(
            browser.id(),
            Optional.of(member.id()),
            browser.hash(),
            now.plus(Duration.ofMinutes(1)),
            0);
    signIns.ask(signIn, now);
    SessionToken session = SessionToken.fresh(member.id(), random);
    assertThat(signIns.exchange(signIn, member, session, now)).isTrue();
    return session;
  }
}
