package twiza.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import twiza.http.HistoryJson;
import twiza.http.SheetJson;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Idea;
import twiza.idea.Revision;
import twiza.idea.State;

/** An idea as its author follows it. */
final class MyIdeaJson {

  private MyIdeaJson() {}

  static Map<String, Object> of(Dossier dossier) {
    Idea idea = dossier.idea();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", idea.id());
    json.put("trackingCode", idea.trackingCode());
    json.put("state", idea.state());
    json.put("region", idea.region());
    json.put("revisions", dossier.revisions().stream().map(r -> revision(idea, r)).toList());
    json.put("author", dossier.author().map(author -> author(idea, author)));
    json.put("history", HistoryJson.ofAuthor(dossier.history()));
    json.put("allowed", List.copyOf(idea.abilities()));
    json.put(
        "publicUrl",
        idea.state() == State.PUBLISHED
            ? "/" + idea.language().tag() + "/ideas/" + idea.id() + "/"
            : null);
    return json;
  }

  private static Map<String, Object> revision(Idea idea, Revision revision) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", revision.number());
    json.put("sentAt", revision.sentAt());
    json.put("standing", standing(idea, revision.number()));
    json.put("sheet", SheetJson.of(revision.sheet()));
    return json;
  }

  private static String standing(Idea idea, int number) {
    if (idea.published().equals(OptionalInt.of(number))) {
      return "PUBLISHED";
    }
    if (idea.proposed().equals(OptionalInt.of(number))) {
      return "PROPOSED";
    }
    return idea.latest() == number ? "CURRENT" : "PAST";
  }

  private static Map<String, Object> author(Idea idea, Author author) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", author.kind());
    json.put("name", author.name());
    json.put("email", author.contact() instanceof Contact.Email email ? email.value() : null);
    json.put("phone", author.contact() instanceof Contact.Phone phone ? phone.value() : null);
    json.put("pendingEmail", author.pendingContact().map(Contact.Email::value));
    json.put("language", author.language().tag());
    json.put("showName", idea.presentation().showName());
    json.put("fullSheetPublic", idea.presentation().fullSheet());
    return json;
  }
}
