package twiza.interests;

import java.util.Map;
import twiza.access.ConfirmationCode;
import twiza.access.InterestToken;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.interests.InterestsFunction.Parts;
import twiza.uptake.Interest;
import twiza.uptake.Stage;
import twiza.uptake.Uptakes.Dealings;
import twiza.web.FormPages;

/**
 * An address proves to be read by whoever asked: by the link in the mail, or by the code beside it,
 * typed where their receipt is open.
 */
final class Confirming {

  private final Parts parts;
  private final Access access;
  private final Steps steps;
  private final FormPages forms;

  Confirming(Parts parts, Steps steps) {
    this.parts = parts;
    this.access = new Access(parts.uptakes());
    this.steps = steps;
    this.forms = new FormPages(parts.pages());
  }

  Reply confirm(Request request) {
    if (!request.isForm()) {
      Interest confirmed = confirm(request.json(), request);
      return Reply.json(200, Map.of("stage", confirmed.stage()));
    }
    return forms.answer(
        request,
        this::confirmForm,
        (language, form) ->
            parts
                .pages()
                .interestReceipt(language, Receipts.view(access.party(request), parts), form));
  }

  private Reply confirmForm(Input input, Request request) {
    confirm(input, request);
    return Reply.seeOther("/api/my/interest/receipt?language=" + FormPages.language(request).tag());
  }

  private Interest confirm(Input input, Request request) {
    if (input.has("token")) {
      String token = input.line("token", 1, 200);
      input.finish();
      return byLink(token, request);
    }
    Access.Opened opened = access.party(request);
    String code = input.line("code", 1, 40);
    input.finish();
    return byCode(code, opened, request);
  }

  private Interest byLink(String presented, Request request) {
    InterestToken token = InterestToken.parse(presented).orElseThrow(Problem::badCredential);
    InterestToken right =
        InterestToken.confirming(token.idea(), token.interest(), parts.fingerprints());
    if (!token.matches(right)) {
      throw Problem.badCredential();
    }
    Dealings dealings = parts.uptakes().find(token.idea()).orElseThrow(Problem::badCredential);
    if (dealings.person(token.interest()).isEmpty()) {
      throw Problem.of(401, "EXPIRED");
    }
    return confirmed(dealings, token.interest(), request);
  }

  private Interest byCode(String code, Access.Opened opened, Request request) {
    String id = opened.interest().id();
    boolean toProve = opened.interest().stage() == Stage.UNCONFIRMED;
    if (toProve && !parts.uptakes().countCode(opened.token().idea(), id)) {
      throw Problem.of(409, "CODE_VOID");
    }
    if (!ConfirmationCode.matches(code, InterestToken.code(id, parts.fingerprints()))) {
      throw Problem.invalid("code", "WRONG_CODE");
    }
    return confirmed(opened.dealings(), id, request);
  }

  private Interest confirmed(Dealings dealings, String id, Request request) {
    return steps.confirm(dealings, id, "", request.now()).uptake().interest(id).orElseThrow();
  }
}
