package twiza.rounds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import twiza.access.Busy;
import twiza.http.ContactForm;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.idea.Contact;
import twiza.idea.Ideas;
import twiza.place.Language;
import twiza.round.Door;
import twiza.round.LateCodes;
import twiza.round.Round;
import twiza.round.RoundCode;
import twiza.round.Via;
import twiza.rounds.RoundsFunction.Parts;
import twiza.snapshot.Chance;
import twiza.web.QrCode;

/** What gets people into a round: what hangs on the wall, and codes for those who are late. */
final class RoomDesk {

  private final LateCodes lateCodes;
  private final Supplier<String> site;
  private final Chance chance;

  RoomDesk(Parts parts) {
    this.lateCodes = parts.lateCodes();
    this.site = parts.site();
    this.chance = parts.chance();
  }

  /** Lets one author send one idea until the jury begins. */
  Reply issue(Visit visit, Round round) {
    Input input = visit.request().json();
    Optional<Contact> contact = ContactForm.read(input, "");
    input.finish();
    Door door = round.door(Via.LATE_CODE, visit.request().now());
    if (door != Door.OPEN) {
      throw Problem.of(Ideas.Entering.CLOSED);
    }
    return Reply.json(201, Map.of("code", issued(visit, round, contact.orElseThrow())));
  }

  private String issued(Visit visit, Round round, Contact contact) {
    String code = RoundCode.random(chance.random(), RoundCode.LATE);
    boolean kept =
        lateCodes.issue(round, code, contact, visit.member().id(), visit.request().now());
    if (!kept) {
      throw new Busy();
    }
    return code;
  }

  /** The QR code leads to the form in the language of whoever asks, the room code behind its #. */
  Reply poster(Visit visit, Round round) {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      addresses.put(language.tag(), address(round, language));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("roomCode", round.roomCode().isEmpty() ? null : round.roomCode());
    json.put("addresses", addresses);
    String address = address(round, visit.request().language());
    json.put("qr", QrCode.svg(address + "#room=" + round.roomCode()));
    return Reply.json(200, json);
  }

  private String address(Round round, Language language) {
    return "%s/%s/rounds/%s/submit/".formatted(site.get(), language.tag(), round.id());
  }
}
