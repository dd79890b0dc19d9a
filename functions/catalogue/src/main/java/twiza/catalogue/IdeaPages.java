package twiza.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import twiza.http.Endpoint;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.idea.Publication;
import twiza.idea.Sheet;
import twiza.need.Need;
import twiza.need.Needs;
import twiza.place.Language;
import twiza.place.Places;
import twiza.uptake.Aim;
import twiza.web.BankView;
import twiza.web.CardView;
import twiza.web.IdeaView;
import twiza.web.PageAnswers;
import twiza.web.Pages;

/** The bank as pages, one set of addresses a language. */
final class IdeaPages {

  private static final String FOR_A_MINUTE = "public, max-age=0, s-maxage=60";

  private final Shelves shelves;
  private final Needs needs;
  private final KnownGuides guides;
  private final Places places;
  private final Pages pages;
  private final PageAnswers answers;

  IdeaPages(Shelves shelves, Needs needs, KnownGuides guides, Places places, Pages pages) {
    this.shelves = shelves;
    this.needs = needs;
    this.guides = guides;
    this.places = places;
    this.pages = pages;
    this.answers = new PageAnswers(pages);
  }

  /** A list; who looks for words there is sent on to where words are looked for. */
  Endpoint list() {
    Endpoint list = answers.page(this::writeList);
    return request ->
        request.query("q").isEmpty() || Language.ofTag(request.path("language")).isEmpty()
            ? list.answer(request)
            : Reply.seeOther(
                "/%s/search/?q=%s"
                    .formatted(
                        request.path("language"),
                        URLEncoder.encode(request.query("q"), StandardCharsets.UTF_8)));
  }

  Endpoint idea() {
    return answers.page(this::writeIdea);
  }

  /** What is neither a route nor a file: a page that says so, unless a program asks. */
  Endpoint none() {
    return request -> {
      String first = request.path("page").split("/", 2)[0];
      if (first.equals("api")) {
        throw Problem.notFound();
      }
      Language language = Language.ofTag(first).orElseGet(request::language);
      return Reply.html(404, pages.notFound(language)).with("Cache-Control", FOR_A_MINUTE);
    };
  }

  private String writeList(Request request, Language language) {
    Search search = Search.of(request, places);
    Listing.Page<Card> page = shelves.page(search);
    List<CardView> cards = page.items().stream().map(CardView::of).toList();
    return pages.bank(
        language,
        new BankView(
            search.region(), search.province(), search.sector(), cards, page.next().orElse("")));
  }

  private String writeIdea(Request request, Language language) {
    Publication publication = shelves.idea(request);
    return pages.idea(
        language,
        new IdeaView(
            CardView.of(Card.of(publication)),
            publication.revisedAt(),
            texts(publication.sheet()),
            numbers(publication.sheet().details()),
            publication.fullSheet(),
            publication.note().map(n -> new IdeaView.Note(n.text(), n.at())).orElse(null),
            publication.titles().stream().map(IdeaPages::title).toList(),
            Aim.of(publication.sheet().details().intention()).name(),
            publication.paths(),
            answered(publication),
            guides.of(publication.region(), request.now())),
        request.site());
  }

  /** The need that an idea names, open still or not; null when it names none. */
  private Need answered(Publication publication) {
    return Optional.of(publication.sheet().details().answersNeed())
        .filter(id -> !id.isEmpty())
        .flatMap(needs::find)
        .orElse(null);
  }

  private static IdeaView.Title title(Publication.Title title) {
    return new IdeaView.Title(
        title.language().tag(), title.title(), title.summary(), title.older());
  }

  /** Draws an empty shelf for nobody. */
  void rehearse() {
    pages.bank(Language.FR, new BankView("", "", "", List.of(), ""));
  }

  private static Map<String, String> texts(Sheet sheet) {
    Sheet.Details details = sheet.details();
    return Map.of(
        "need", sheet.need(),
        "solution", sheet.solution(),
        "beneficiaries", details.beneficiaries(),
        "socialImpact", details.socialImpact(),
        "economicImpact", details.economicImpact(),
        "novelty", details.novelty(),
        "inputs", details.inputs(),
        "market", details.market(),
        "season", details.season());
  }

  private static Map<String, Long> numbers(Sheet.Details details) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    put(numbers, "membersNeeded", details.membersNeeded());
    put(numbers, "jobsExpected", details.jobsExpected());
    put(numbers, "womenPercent", details.womenPercent());
    put(numbers, "youthPercent", details.youthPercent());
    details.investment().ifPresent(amount -> numbers.put("investment", amount));
    return numbers;
  }

  private static void put(Map<String, Long> numbers, String field, OptionalInt number) {
    number.ifPresent(given -> numbers.put(field, (long) given));
  }
}
