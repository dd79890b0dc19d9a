package twiza.submission;

import java.util.Optional;
import twiza.access.AuthorToken;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.idea.Author;
import twiza.idea.Dossier;
import twiza.idea.Ideas;

/** Lets authors in: by the token of their link. */
final class AuthorAccess {

  private final Ideas ideas;

  AuthorAccess(Ideas ideas) {
    this.ideas = ideas;
  }

  /** An idea, opened by its author. */
  record Opened(Dossier dossier, AuthorToken token) {

    Author author() {
      return dossier.author().orElseThrow();
    }
  }

  /**
   * @throws Problem 401 when there is no token, or it opens nothing
   */
  Opened open(Request request) {
    return open(request.bearer());
  }

  Opened open(Optional<String> presented) {
    AuthorToken token = presented.flatMap(AuthorToken::parse).orElseThrow(Problem::badCredential);
    Dossier dossier = ideas.find(token.idea()).orElseThrow(Problem::badCredential);
    boolean fits =
        dossier
            .author()
            .filter(author -> author.credentials().contains(token.credential()))
            .isPresent();
    if (!fits) {
      throw Problem.badCredential();
    }
    return new Opened(dossier, token);
  }
}
