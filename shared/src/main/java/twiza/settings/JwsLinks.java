package twiza.settings;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.access.SignedLinks;

/** Links as JWS with HS256: purpose, what it opens, expiry, and the id of the key that signed. */
public final class JwsLinks implements SignedLinks {

  private static final String DECIDE = "decide";
  private static final String CONFIRM = "confirm";
  private static final String SIGN_IN = "sign-in";
  private static final String JUDGE = "judge";

  private final LiveKeys keys;

  JwsLinks(LiveKeys keys) {
    this.keys = keys;
  }

  /**
   * @param environment names the secret as {@code TWIZA_LINK_KEY}
   */
  public static JwsLinks of(Secrets secrets, Map<String, String> environment, InstantSource clock) {
    return new JwsLinks(LiveKeys.of(secrets, environment.get("TWIZA_LINK_KEY"), clock));
  }

  /** Signs and reads under a key that is nobody's, so that what it takes is loaded. */
  public static void rehearse() {
    Secrets.Version nobodys = new Secrets.Version("rehearsal", "-".repeat(64));
    JwsLinks links =
        new JwsLinks(new LiveKeys(() -> List.of(nobodys), InstantSource.fixed(Instant.EPOCH)));
    Instant expiry = Instant.EPOCH.plusSeconds(60);
    links.read(links.sign(new Link.Decide("nobody", "none", 1), expiry), Instant.EPOCH);
  }

  @Override
  public String sign(Link link, Instant expiresAt) {
    JWTClaimsSet.Builder claims =
        switch (link) {
          case Link.Decide decide ->
              new JWTClaimsSet.Builder()
                  .audience(DECIDE)
                  .subject(decide.moderator())
                  .claim("idea", decide.idea())
                  .claim("revision", decide.revision());
          case Link.Confirm confirm ->
              new JWTClaimsSet.Builder()
                  .audience(CONFIRM)
                  .claim("idea", confirm.idea())
                  .claim("serial", confirm.serial());
          case Link.SignIn signIn ->
              new JWTClaimsSet.Builder().audience(SIGN_IN).jwtID(signIn.id());
          case Link.Judge judge ->
              new JWTClaimsSet.Builder()
                  .audience(JUDGE)
                  .subject(judge.juror())
                  .claim("round", judge.round());
        };
    Secrets.Version key = keys.current();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build();
    SignedJWT token = new SignedJWT(header, claims.expirationTime(Date.from(expiresAt)).build());
    try {
      token.sign(new MACSigner(bytes(key)));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  @Override
  public Reading read(String token, Instant now) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (!isOurs(jwt)) {
        return new Reading.Invalid();
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      boolean valid = claims.getExpirationTime().toInstant().isAfter(now);
      return link(claims)
          .map(link -> valid ? new Reading.Valid(link) : new Reading.Expired(link))
          .orElseGet(Reading.Invalid::new);
    } catch (ParseException | JOSEException e) {
      return new Reading.Invalid();
    }
  }

  private boolean isOurs(SignedJWT jwt) throws JOSEException {
    String kid = jwt.getHeader().getKeyID();
    if (kid == null || !JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())) {
      return false;
    }
    Optional<Secrets.Version> key = keys.find(kid);
    return key.isPresent()
        && isCanonical(jwt.getSignature())
        && jwt.verify(new MACVerifier(bytes(key.get())));
  }

  /** Base64 leaves bits unused at its end: a signature counts in its one true spelling only. */
  private static boolean isCanonical(Base64URL signature) {
    return Base64URL.encode(signature.decode()).equals(signature);
  }

  private static Optional<Link> link(JWTClaimsSet claims) throws ParseException {
    String idea = claims.getStringClaim("idea");
    return switch (claims.getAudience().getFirst()) {
      case DECIDE ->
          Optional.of(
              new Link.Decide(claims.getSubject(), idea, claims.getIntegerClaim("revision")));
      case CONFIRM -> Optional.of(new Link.Confirm(idea, claims.getIntegerClaim("serial")));
      case SIGN_IN -> Optional.of(new Link.SignIn(claims.getJWTID()));
      case JUDGE ->
          Optional.of(new Link.Judge(claims.getStringClaim("round"), claims.getSubject()));
      default -> Optional.empty();
    };
  }

  private static byte[] bytes(Secrets.Version key) {
    return key.value().getBytes(StandardCharsets.UTF_8);
  }
}
