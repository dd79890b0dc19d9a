package twiza.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import twiza.need.Need;
import twiza.place.Language;
import twiza.place.Places;
import twiza.text.Facts;
import twiza.text.Messages;

/**
 * Every page of the site as HTML. The build writes most of them to files; the functions render the
 * bank, the ideas, and what a browser without JavaScript gets back from a form.
 */
public final class Pages {

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "twiza.web.pages");
  private final Assets assets;
  private final Facts facts = Facts.load();
  private final Places places;
  private final Function<Language, Messages> catalogue;

  public Pages(Places places) {
    this(places, Messages::in);
  }

  Pages(Places places, Function<Language, Messages> catalogue) {
    this.places = places;
    this.assets = Assets.load(places);
    this.catalogue = catalogue;
  }

  public Assets assets() {
    return assets;
  }

  /** The page at {@code /} that asks for the language. */
  public String languages() {
    return render("languages", page(Language.FR, "/", "home"), Map.of());
  }

  /** In a language that is still under review: one page that says whom to turn to. */
  public String home(Language language) {
    return catalogue.apply(language).underReview()
        ? render("tamazight", page(language, "/", "tamazight"), Map.of())
        : render("home", page(language, "/", "home"), Map.of());
  }

  /** What a browser without a line shows in place of a page that it has never seen. */
  public String offline(Language language) {
    return render("offline", page(language, "/offline/", "offline"), Map.of());
  }

  /** The form; with what was typed and the refusals, when it comes back. */
  public String submit(Language language, FormView form) {
    return render("submit", page(language, "/submit/", "submit"), Map.of("form", form));
  }

  /** The form in which an idea is sent for a round. */
  public String submit(Language language, RoundView round) {
    return render(
        "submit",
        page(language, round.submitPath(), "submit"),
        Map.of("form", FormView.EMPTY, "round", round));
  }

  /** The form in which an idea is sent that answers a need. */
  public String submit(Language language, Need need) {
    return render(
        "submit",
        page(language, NeedView.path(need) + "submit/", "submit"),
        Map.of("form", FormView.EMPTY, "need", need));
  }

  public String rounds(Language language, RoundsView rounds) {
    return render("rounds", page(language, RoundView.ROUNDS, "rounds"), Map.of("rounds", rounds));
  }

  public String results(Language language, ResultsView results) {
    return render(
        "results",
        page(language, results.path(), "rounds"),
        Map.of("round", results.round(), "results", results));
  }

  public String round(Language language, RoundView round) {
    return render("round", page(language, round.path(), "rounds"), Map.of("round", round));
  }

  /** The receipt; without one, the page that a script fills. */
  public String receipt(Language language, Optional<ReceiptView> receipt) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("receipt", receipt.orElse(null));
    parameters.put("qr", receipt.map(view -> QrCode.svg(view.followLink())).orElse(""));
    return render("receipt", page(language, "/receipt/", "receipt"), parameters);
  }

  /**
   * The page that confirms an idea by link or by code.
   *
   * @param form the fields {@code trackingCode} and {@code code}
   */
  public String confirm(Language language, FormView form) {
    return render("confirm", page(language, "/confirm/", "confirm"), Map.of("form", form));
  }

  public String confirmed(Language language) {
    return render("confirmed", page(language, "/confirm/done/", "confirm.done"), Map.of());
  }

  /** The page for whoever has lost the private link, or has only a tracking code. */
  public String linkAgain(Language language) {
    return render("link", page(language, "/link/", "link"), Map.of());
  }

  /** The private page of whoever asked to build an idea. */
  public String interest(Language language) {
    return render("interest", page(language, "/interest/", "interest"), Map.of());
  }

  /**
   * The form in which somebody asks to build an idea, as it comes back.
   *
   * @param idea its id
   */
  public String interestForm(Language language, String idea, FormView form) {
    return render(
        "ask",
        page(language, "/ideas/" + idea + "/", "ask.again"),
        Map.of("idea", idea, "form", form));
  }

  /**
   * The receipt of whoever asked, for a browser without JavaScript.
   *
   * @param form the field {@code code}
   */
  public String interestReceipt(Language language, InterestReceiptView receipt, FormView form) {
    return render(
        "asked",
        page(language, "/interest/", "ask.receipt"),
        Map.of("receipt", receipt, "form", form));
  }

  /** Who wants to build ideas of a region. */
  public String deskInterests(Language language) {
    return render("desk/interests", page(language, "/desk/interests/", "desk.interests"), Map.of());
  }

  /** What a delegation reads of its own work. */
  public String board(Language language) {
    return render("desk/board", page(language, "/desk/board/", "desk.board"), Map.of());
  }

  /** Where organisers say what a cooperative of their region needs to start. */
  public String deskGuide(Language language) {
    return render("desk/guide", page(language, "/desk/guide/", "desk.guide"), Map.of());
  }

  public String follow(Language language) {
    return render("follow", page(language, "/follow/", "follow"), Map.of());
  }

  public String decide(Language language) {
    return render("decide", page(language, "/decide/", "decide"), Map.of());
  }

  /** A juror's own page. */
  public String jury(Language language) {
    return render("jury", page(language, "/jury/", "jury"), Map.of());
  }

  /** The door of the desk. */
  public String signIn(Language language) {
    return render("desk/signIn", page(language, "/desk/sign-in/", "desk.signIn"), Map.of());
  }

  /** What waits for staff to decide. */
  public String queue(Language language) {
    return render("desk/queue", page(language, "/desk/", "desk.queue"), Map.of());
  }

  /** Whom staff have to call. */
  public String calls(Language language) {
    return render("desk/calls", page(language, "/desk/calls/", "desk.calls"), Map.of());
  }

  /** One idea before somebody who is signed in. */
  public String deskIdea(Language language) {
    return render("desk/idea", page(language, "/desk/idea/", "desk.idea"), Map.of());
  }

  /** The form in which staff enter an idea for its author. */
  public String enter(Language language) {
    return render("desk/enter", page(language, "/desk/enter/", "desk.enter"), Map.of());
  }

  /** Where organisers bring in the ideas of a spreadsheet. */
  public String imports(Language language) {
    return render("desk/import", page(language, "/desk/import/", "desk.import"), Map.of());
  }

  public String staff(Language language) {
    return render("desk/staff", page(language, "/desk/staff/", "desk.staff"), Map.of());
  }

  /** What happened in a region. */
  public String audit(Language language) {
    return render("desk/audit", page(language, "/desk/audit/", "desk.audit"), Map.of());
  }

  /** What a region says in its own words. */
  public String deskRegion(Language language) {
    return render("desk/region", page(language, "/desk/region/", "desk.region"), Map.of());
  }

  /** What the territory needs, for its organisers to say. */
  public String deskNeeds(Language language) {
    return render("desk/needs", page(language, "/desk/needs/", "desk.needs"), Map.of());
  }

  /** The rounds of a region before their organisers. */
  public String deskRounds(Language language) {
    return render("desk/rounds", page(language, "/desk/rounds/", "desk.rounds"), Map.of());
  }

  /** One round before its organisers. */
  public String deskRound(Language language) {
    return render("desk/round", page(language, "/desk/round/", "desk.round"), Map.of());
  }

  /** Who judges a round, before its organisers. */
  public String deskJury(Language language) {
    return render("desk/jury", page(language, "/desk/jury/", "desk.jury"), Map.of());
  }

  /** What the jury's marks come to, before the organisers. */
  public String deskResults(Language language) {
    return render("desk/results", page(language, "/desk/results/", "desk.results"), Map.of());
  }

  /** What waits of a round that is held in a room, on a phone. */
  public String room(Language language) {
    return render("desk/room", page(language, "/desk/room/", "desk.room"), Map.of());
  }

  /** What hangs on the wall of that room. */
  public String poster(Language language) {
    return render("desk/poster", page(language, "/desk/poster/", "desk.poster"), Map.of());
  }

  /** What a member of staff sets for themselves. */
  public String me(Language language) {
    return render("desk/me", page(language, "/desk/me/", "desk.me"), Map.of());
  }

  public String privacy(Language language) {
    return render("privacy", page(language, "/privacy/", "privacy"), Map.of());
  }

  /** What whoever sends an idea agrees to. */
  public String terms(Language language, TermsView terms) {
    return render("terms", page(language, terms.path(), "terms"), Map.of("terms", terms));
  }

  public String notFound(Language language) {
    return render("notFound", page(language, "/", "notFound"), Map.of());
  }

  /** A refusal as a page, for a browser without JavaScript. */
  public String problem(Language language, String title, String text) {
    return render("problem", page(language, "/", "problem"), Map.of("title", title, "text", text));
  }

  /** The bank. In another language it stays as it is filtered. */
  public String bank(Language language, BankView bank) {
    return render(
        "bank", page(language, "/ideas/" + bank.listQuery(), "bank"), Map.of("bank", bank));
  }

  /** What a region needs. */
  public String needs(Language language, NeedsView needs) {
    return render("needs", page(language, "/needs/", "needs"), Map.of("needs", needs));
  }

  /** One need, and the ideas that answer it. */
  public String need(Language language, NeedView need) {
    return render(
        "need", page(language, NeedView.path(need.need()), "needs"), Map.of("need", need));
  }

  /** What somebody looked for. Each search is a page of its own, in every language. */
  public String search(Language language, SearchView search) {
    return render(
        "search",
        page(language, "/search/" + search.ownQuery(), "search"),
        Map.of("search", search));
  }

  /**
   * @param site the address of the site, for those who show the page elsewhere; may be empty
   */
  public String idea(Language language, IdeaView idea, String site) {
    String path = "/ideas/" + idea.card().id() + "/";
    return render("idea", page(language, path, "bank"), Map.of("idea", idea, "site", site));
  }

  private Page page(Language language, String path, String key) {
    return new Page(catalogue.apply(language), path, key, places, assets, facts);
  }

  private String render(String template, Page page, Map<String, Object> parameters) {
    Map<String, Object> all = new LinkedHashMap<>(parameters);
    all.put("page", page);
    StringOutput output = new StringOutput(16_384);
    templates.render(template + ".jte", all, page.hasStandIns() ? new StandIns(output) : output);
    return output.toString();
  }
}
