package twiza.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import twiza.delegation.HouseGuide;
import twiza.idea.Award;
import twiza.idea.Badge;
import twiza.need.Need;
import twiza.place.Language;
import twiza.place.Places;
import twiza.round.Phase;
import twiza.uptake.Interest;
import twiza.uptake.Path;
import twiza.uptake.Registration;
import twiza.uptake.Stage;

/** The pages of the tests, and the people and ideas on them. */
final class Samples {

  static final Pages PAGES = new Pages(Places.load());
  private static final Map<String, String> ASSETS = PAGES.assets().contents();
  private static final Pattern STYLES =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
  static final String HOSTILE = "\"><script>alert('x')</script><b dir=rtl>";

  static final CardView FIGS =
      new CardView(
          "01JABCDEF",
          "Sécher les figues d'Ouaoula",
          "Chaque été, une partie des figues se perd.",
          "05.081",
          "Ouaoula",
          "FOOD",
          "fr",
          "SEEK_MEMBERS",
          "PREPARING",
          "COOPERATIVE",
          "Coopérative Tifaouine",
          Instant.parse("2026-10-01T10:00:00Z"),
          List.of(
              new Badge(
                  "01JROUND",
                  Award.Place.WINNER,
                  Map.of(Language.FR, "Ideathon"),
                  Optional.of("Ideathon"))),
          "RUNNING");

  static final IdeaView SHEET =
      new IdeaView(
          FIGS,
          Instant.parse("2026-10-12T10:00:00Z"),
          Map.of(
              "need",
              "Les arbres donnent en août.\nTous en même temps.",
              "solution",
              "Un séchoir."),
          Map.of("investment", 150_000L, "jobsExpected", 8L, "womenPercent", 60L),
          true,
          null,
          List.of(),
          "JOIN",
          List.of(
              new Path(
                  Stage.RUNNING,
                  Interest.Kind.GROUP,
                  "05.081",
                  Instant.parse("2027-05-01T10:00:00Z"),
                  Optional.of(
                      new Registration("تعاونية تيفاوين", "13/4521", LocalDate.of(2027, 4, 2))),
                  OptionalInt.of(9),
                  OptionalInt.of(3),
                  true),
              new Path(
                  Stage.IN_PREPARATION,
                  Interest.Kind.AUTHOR,
                  "05.091",
                  Instant.parse("2027-06-01T10:00:00Z"),
                  Optional.empty(),
                  OptionalInt.of(5),
                  OptionalInt.empty(),
                  true)),
          null,
          HouseGuide.load());

  static final InterestReceiptView ASKED =
      new InterestReceiptView(
          "UNCONFIRMED",
          "Sécher les figues",
          "05.081",
          "itto@exemple.ma",
          false,
          "https://twiza.example/fr/interest/#token=Zx8Kq2LmN0pRsTuVwXyZ12");

  static final ReceiptView BY_EMAIL =
      new ReceiptView(
          "UNCONFIRMED",
          "Sécher les figues",
          "BMK7-4XQ2-9",
          "fatima@exemple.ma",
          false,
          "https://twiza.example/fr/follow/#token=Zx8Kq2LmN0pRsTuVwXyZ12",
          "LATE");

  static final ReceiptView BY_PHONE =
      new ReceiptView(
          "PENDING",
          "صوف أكلموس",
          "BMK7-4XQ2-9",
          "+212 6 12 34 56 78",
          true,
          "https://twiza.example/ar/follow/#token=Zx8Kq2LmN0pRsTuVwXyZ12",
          "");

  private Samples() {}

  /** Page and styles that it waits for, each compressed as a CDN compresses it. */
  static int bytesBeforeAnythingShows(String html) {
    return compressed(html)
        + STYLES
            .matcher(html)
            .results()
            .mapToInt(sheet -> compressed(ASSETS.get(sheet.group(1))))
            .sum();
  }

  private static int compressed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  static BankView bank(CardView... cards) {
    return new BankView("", "05.081", "", List.of(cards), "cursor-2");
  }

  static FormView refused() {
    return new FormView(
        Map.of("title", "Abc", "author.kind", "COOPERATIVE"), Map.of("title", "Too short."));
  }

  /** A need that is said in French alone. */
  static final Need WATER =
      Need.publish(
              "01JTWZNEED0000000000000001",
              "05",
              new Need.Said(
                  "05.081",
                  "Demnate",
                  "AGRICULTURE",
                  Map.of(Language.FR, new Need.Words("De l’eau", "Les sources tarissent."))),
              new Need.Change("01JTWZSTAFF000000000000001", Instant.parse("2026-03-02T09:00:00Z")))
          .after();

  /** A round of which only the Arabic title was given. */
  static final String THYME = "01JTWZ4XK9Q2M7T8V3B5N6P0RS";

  /** What somebody found who looked for figs in Azilal. */
  static SearchView search(CardView card) {
    SearchView.Hit hit =
        new SearchView.Hit(
            card,
            List.of(
                new SearchView.Run("Sécher les ", false),
                new SearchView.Run("figues", true),
                new SearchView.Run(" d'Ouaoula", false)),
            List.of(new SearchView.Run("Un séchoir commun.", false)),
            List.of(new SearchView.Run("<b>figues</b>", true)));
    return new SearchView(
        "figues",
        "best",
        List.of(
            new SearchView.Filter("region", Map.of("05", 1), Set.of()),
            new SearchView.Filter("province", Map.of("05.081", 3), Set.of("05.081")),
            new SearchView.Filter("sector", Map.of("FOOD", 3), Set.of()),
            new SearchView.Filter("maturity", Map.of("IDEA", 2), Set.of()),
            new SearchView.Filter("intention", Map.of("OFFER", 1), Set.of()),
            new SearchView.Filter("uptake", Map.of("OFFERED", 2, "RUNNING", 1), Set.of()),
            new SearchView.Filter("round", Map.of(THYME, 1, "unheard of", 1), Set.of()),
            new SearchView.Filter("award", Map.of(), Set.of())),
        Map.of(THYME, RoundView.in(Language.FR, Map.of(Language.AR, "دورة الزعتر"))),
        List.of(hit),
        3,
        true,
        "cursor-2");
  }

  /** Every page there is in a language, by a name for the test's report. */
  static Map<String, String> everyPage(Language language) {
    Map<String, String> html = new LinkedHashMap<>();
    html.put("home", PAGES.home(language));
    html.put("submit", PAGES.submit(language, FormView.EMPTY));
    html.put("submit refused", PAGES.submit(language, refused()));
    html.put("receipt to be filled", PAGES.receipt(language, Optional.empty()));
    html.put("receipt by e-mail", PAGES.receipt(language, Optional.of(BY_EMAIL)));
    html.put("receipt by phone", PAGES.receipt(language, Optional.of(BY_PHONE)));
    html.put("confirm", PAGES.confirm(language, FormView.EMPTY));
    html.put("confirmed", PAGES.confirmed(language));
    html.put("link", PAGES.linkAgain(language));
    html.put("follow", PAGES.follow(language));
    html.put("interest", PAGES.interest(language));
    html.put("interests on the desk", PAGES.deskInterests(language));
    html.put("ask refused", PAGES.interestForm(language, "01JABCDEF", refused()));
    html.put("asked", PAGES.interestReceipt(language, ASKED, FormView.EMPTY));
    html.put("decide", PAGES.decide(language));
    html.put("jury", PAGES.jury(language));
    html.put("sign-in", PAGES.signIn(language));
    html.put("queue", PAGES.queue(language));
    html.put("calls", PAGES.calls(language));
    html.put("idea on the desk", PAGES.deskIdea(language));
    html.put("enter", PAGES.enter(language));
    html.put("import", PAGES.imports(language));
    html.put("staff", PAGES.staff(language));
    html.put("audit", PAGES.audit(language));
    html.put("region", PAGES.deskRegion(language));
    html.put("needs on the desk", PAGES.deskNeeds(language));
    html.put("board", PAGES.board(language));
    html.put("guide", PAGES.deskGuide(language));
    html.put("rounds on the desk", PAGES.deskRounds(language));
    html.put("round on the desk", PAGES.deskRound(language));
    html.put("jury on the desk", PAGES.deskJury(language));
    html.put("results on the desk", PAGES.deskResults(language));
    html.put("room", PAGES.room(language));
    html.put("poster", PAGES.poster(language));
    html.put("me", PAGES.me(language));
    html.put("privacy", PAGES.privacy(language));
    html.put("terms", PAGES.terms(language, new TermsView("2026-1", Optional.empty(), true)));
    Words said = new Words("Chacun garde ses droits.\n\nShared <b>freely</b>.", Language.FR);
    html.put(
        "earlier terms",
        PAGES.terms(language, new TermsView("2026-1.05-7", Optional.of(said), false)));
    html.put("not found", PAGES.notFound(language));
    html.put("problem", PAGES.problem(language, "Trop de demandes", "Attendez."));
    html.put("bank", PAGES.bank(language, bank(FIGS)));
    html.put("empty bank", PAGES.bank(language, new BankView("", "", "", List.of(), "")));
    html.put("idea", PAGES.idea(language, SHEET, ""));
    html.put("search", PAGES.search(language, search(FIGS)));
    html.put(
        "search without an answer",
        PAGES.search(
            language, new SearchView("mil", "best", List.of(), Map.of(), List.of(), 0, true, "")));
    for (Phase phase : SampleRounds.PUBLIC) {
      html.put("round " + phase, PAGES.round(language, SampleRounds.in(phase)));
      html.put("submit for round " + phase, PAGES.submit(language, SampleRounds.in(phase)));
    }
    html.put("results", PAGES.results(language, SampleRounds.results(12)));
    html.put("results without others", PAGES.results(language, SampleRounds.results(0)));
    html.put("rounds", PAGES.rounds(language, SampleRounds.all()));
    html.put("submit for a need", PAGES.submit(language, WATER));
    html.put(
        "needs", PAGES.needs(language, new NeedsView("05", "05.081", List.of(WATER), "cursor-2")));
    html.put("need", PAGES.need(language, new NeedView(WATER, List.of(FIGS), "cursor-2")));
    html.put("need without ideas", PAGES.need(language, new NeedView(WATER, List.of(), "")));
    html.put("no needs", PAGES.needs(language, new NeedsView("05", "", List.of(), "")));
    html.put("no rounds", PAGES.rounds(language, new RoundsView("05", List.of(), "")));
    return html;
  }
}
