package twiza.interests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.interests.InterestsFunction.Parts;
import twiza.uptake.Aim;
import twiza.uptake.Interest;
import twiza.uptake.Offer;
import twiza.uptake.Party;
import twiza.uptake.Stage;
import twiza.uptake.UptakeCommand;
import twiza.uptake.Uptakes.Dealings;

/** The author answers those who ask, and says how it is going where they build it themselves. */
final class ByAuthor {

  private static final int MOST_MEMBERS = 10_000;

  private final Parts parts;
  private final Access access;
  private final Steps steps;

  ByAuthor(Parts parts, Steps steps) {
    this.parts = parts;
    this.access = new Access(parts.uptakes());
    this.steps = steps;
  }

  Reply list(Request request) {
    return Reply.json(200, json(access.author(request)));
  }

  Reply answer(Request request) {
    Dealings dealings = access.author(request);
    boolean agree = answer(request.json());
    UptakeCommand command = new UptakeCommand.Answer(request.path("interest"), agree);
    return Reply.json(200, json(steps.take(dealings, command, "", request.now())));
  }

  /** What an author says to whoever asks. */
  private enum Said {
    AGREE,
    DECLINE
  }

  static boolean answer(Input input) {
    Said said = input.requiredChoice("answer", Said.class);
    input.finish();
    return said == Said.AGREE;
  }

  Reply start(Request request) {
    Dealings dealings = access.author(request);
    UptakeCommand command = start(request.json(), parts);
    return Reply.json(200, json(steps.take(dealings, command, "", request.now())));
  }

  static UptakeCommand.Start start(Input input, Parts parts) {
    String province = InterestForm.province(input, parts.places());
    long members = input.amount("members", 1, MOST_MEMBERS).orElse(1);
    input.finish();
    return new UptakeCommand.Start(parts.chance().id(), province, (int) members);
  }

  Reply report(Request request) {
    Dealings dealings = access.author(request);
    ProgressForm form = ProgressForm.read(request.json(), request.now());
    Interest own = latest(dealings).orElseThrow(() -> Problem.of(409, "NOT_STARTED"));
    return Reply.json(200, json(steps.report(dealings, own.id(), form, "", request.now())));
  }

  /** The author's own way: the one they are on, or else the last one. */
  private static Optional<Interest> latest(Dealings dealings) {
    return dealings
        .uptake()
        .carrier()
        .or(
            () ->
                dealings.uptake().interests().reversed().stream()
                    .filter(it -> it.aim() == Aim.CARRY)
                    .findFirst());
  }

  private static Map<String, Object> json(Dealings dealings) {
    Offer offer = dealings.offer();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("aim", Aim.of(offer.intention()));
    json.put("province", dealings.dossier().publication().map(it -> it.sheet().province()));
    json.put("mayStart", offer.published() && dealings.uptake().carrier().isEmpty());
    json.put("path", latest(dealings).map(it -> path(dealings, it)));
    json.put("interests", interests(dealings));
    return json;
  }

  private static Map<String, Object> path(Dealings dealings, Interest own) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", own.id());
    json.putAll(InterestJson.of(own));
    json.put("learnt", learnt(dealings, own.id()));
    json.put("mayReport", PartyJson.mayReport(own));
    json.put("joined", joined(dealings));
    return json;
  }

  /** How many the author has agreed to, themselves not counted. */
  private static long joined(Dealings dealings) {
    return dealings.uptake().interests().stream()
        .filter(it -> it.aim() == Aim.JOIN && it.stage() == Stage.AGREED)
        .count();
  }

  private static Optional<String> learnt(Dealings dealings, String interest) {
    return dealings.party(interest).map(Party::learnt).filter(words -> !words.isEmpty());
  }

  /** Whoever has not confirmed has not asked yet. */
  private static List<Map<String, Object>> interests(Dealings dealings) {
    return dealings.uptake().interests().stream()
        .filter(it -> it.aim() != Aim.CARRY)
        .filter(it -> it.stage() != Stage.UNCONFIRMED && it.stage() != Stage.EXPIRED)
        .map(it -> interest(dealings, it))
        .toList();
  }

  private static Map<String, Object> interest(Dealings dealings, Interest it) {
    Optional<Party.Person> person = dealings.person(it.id());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", it.id());
    json.putAll(InterestJson.of(it));
    json.put("organisation", person.map(Party.Person::organisation).filter(s -> !s.isEmpty()));
    json.put("why", person.map(Party.Person::why));
    json.put("learnt", learnt(dealings, it.id()));
    json.put("mayAnswer", it.stage() == Stage.INTERESTED && dealings.offer().published());
    json.put(
        "contact",
        it.stage().isUnderway()
            ? person.map(p -> InterestJson.contact(p.name(), p.contact()))
            : Optional.empty());
    return json;
  }
}
