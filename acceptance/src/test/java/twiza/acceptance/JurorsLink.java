package twiza.acceptance;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import twiza.access.SignedLinks.Link;
import twiza.local.RunningSystem;
import twiza.settings.JwsLinks;
import twiza.settings.Secrets;

/** The link of a juror, signed with the keys of a running system, before any mail brings it. */
final class JurorsLink {

  private JurorsLink() {}

  /** Its token, which is good for a day. */
  static String signed(RunningSystem system, String round, String juror) {
    Map<String, String> environment = system.environment("ScoringFunction");
    InstantSource clock = system.clock();
    return JwsLinks.of(new Secrets(environment), environment, clock)
        .sign(new Link.Judge(round, juror), clock.instant().plus(Duration.ofDays(1)));
  }
}
