package twiza.interests;

import java.util.Optional;
import twiza.access.AuthorToken;
import twiza.access.InterestToken;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.uptake.Interest;
import twiza.uptake.Party;
import twiza.uptake.Uptakes;
import twiza.uptake.Uptakes.Dealings;

/** Lets in, by the token of their link, whoever asked for an idea, and its author. */
final class Access {

  private final Uptakes uptakes;

  Access(Uptakes uptakes) {
    this.uptakes = uptakes;
  }

  /** An interest, opened by whoever it is of. */
  record Opened(Dealings dealings, Interest interest, InterestToken token) {

    Party party() {
      return dealings.party(interest.id()).orElseThrow();
    }
  }

  /**
   * @throws Problem 401 when there is no token, or it opens nothing
   */
  Opened party(Request request) {
    return party(request.bearer().or(() -> InterestCookie.in(request)));
  }

  private Opened party(Optional<String> presented) {
    InterestToken token =
        presented.flatMap(InterestToken::parse).orElseThrow(Problem::badCredential);
    Dealings dealings = uptakes.find(token.idea()).orElseThrow(Problem::badCredential);
    boolean fits =
        dealings
            .party(token.interest())
            .filter(party -> party.credentials().contains(token.credential()))
            .isPresent();
    if (!fits) {
      throw Problem.badCredential();
    }
    Interest interest =
        dealings.uptake().interest(token.interest()).orElseThrow(Problem::badCredential);
    return new Opened(dealings, interest, token);
  }

  /**
   * @throws Problem 401 when there is no token, or it opens nothing
   */
  Dealings author(Request request) {
    AuthorToken token =
        request.bearer().flatMap(AuthorToken::parse).orElseThrow(Problem::badCredential);
    Dealings dealings = uptakes.find(token.idea()).orElseThrow(Problem::badCredential);
    boolean fits =
        dealings
            .dossier()
            .author()
            .filter(author -> author.credentials().contains(token.credential()))
            .isPresent();
    if (!fits) {
      throw Problem.badCredential();
    }
    return dealings;
  }
}
