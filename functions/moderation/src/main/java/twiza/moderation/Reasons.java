package twiza.moderation;

import java.util.List;
import java.util.Map;
import twiza.delegation.Delegations;
import twiza.idea.Author;
import twiza.idea.Choice;
import twiza.idea.Dossier;
import twiza.place.Language;
import twiza.text.CannedReasons;

/** Reasons that whoever decides about an idea may begin with. */
final class Reasons {

  private final Delegations delegations;

  Reasons(Delegations delegations) {
    this.delegations = delegations;
  }

  /** In the language of the idea's author; none where nothing is to be decided. */
  Map<Choice, List<String>> about(Dossier dossier) {
    if (dossier.idea().choices().isEmpty()) {
      return Map.of();
    }
    Language language = dossier.author().map(Author::language).orElse(dossier.idea().language());
    return CannedReasons.in(language, delegations.of(dossier.idea().region()).says());
  }
}
