package twiza.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import twiza.event.Mails;
import twiza.idea.Award;
import twiza.idea.Dossier;
import twiza.idea.Revision;
import twiza.jury.Announcement;
import twiza.jury.OwnResult;
import twiza.jury.Results;
import twiza.jury.Verdict;
import twiza.round.Criterion;
import twiza.round.Phase;
import twiza.round.Prize;
import twiza.round.Round;

/**
 * Letters that tell an author what the jury made of their idea: their own marks, and what was
 * written to them. Nobody else's idea and no juror's name stand in them.
 */
final class ResultLetters {

  private final Results results;
  private final Links links;
  private final Letterhead letterhead;

  ResultLetters(Results results, Links links, Letterhead letterhead) {
    this.results = results;
    this.links = links;
    this.letterhead = letterhead;
  }

  /**
   * What is told, and to whom.
   *
   * @param prize what a winner gets, where the round names it
   * @param reader whose address is empty when there is none
   * @param follow leads to the author's page
   */
  private record Matter(
      Dossier dossier,
      Round round,
      OwnResult own,
      Optional<Prize> prize,
      Reader reader,
      Optional<String> follow) {

    String key() {
      return own.place()
          .map(
              place ->
                  switch (place) {
                    case WINNER -> "mail.resultWinner";
                    case FINALIST -> "mail.resultFinalist";
                  })
          .orElse("mail.resultOther");
    }
  }

  /**
   * Empty when the jury did not have the idea, or nobody can be written to.
   *
   * @param round whose results are published
   * @throws IllegalStateException when they can't be read yet
   */
  Optional<Letter> write(Dossier dossier, Round round, Mails.Mail mail) {
    Announcement published =
        results
            .announced(round.id())
            .orElseThrow(() -> new IllegalStateException("results can't be read yet"));
    String id = dossier.idea().id();
    return Reader.awaited(dossier)
        .flatMap(
            reader ->
                results
                    .own(published, id)
                    .map(
                        own ->
                            letter(
                                new Matter(
                                    dossier,
                                    round,
                                    own,
                                    prize(round, winners(published), id),
                                    reader,
                                    follow(reader, id, mail)))));
  }

  private Optional<String> follow(Reader reader, String idea, Mails.Mail mail) {
    return reader.mayOpen()
        ? Optional.of(links.follow(idea, mail, reader.author().language()))
        : Optional.empty();
  }

  /**
   * The same letter as it would be written now, or was: for an organiser, whom its link leads to no
   * author's page. It has no address when no mail reaches the author, who is told by phone. Empty
   * when nothing is ranked, the jury did not have the idea, or its author is erased.
   */
  Optional<Letter> preview(Dossier dossier, Round round) {
    String id = dossier.idea().id();
    Verdict verdict = results.verdict(round.id());
    Optional<OwnResult> own =
        round.phase() == Phase.PUBLISHED
            ? results.announced(round.id()).flatMap(published -> results.own(published, id))
            : results.foreseen(verdict, id);
    return own.flatMap(
        result ->
            dossier
                .author()
                .map(
                    author -> {
                      Reader reader =
                          Reader.awaited(dossier).orElseGet(() -> new Reader(author, "", true));
                      Optional<String> follow = Optional.of(links.follow(author.language()));
                      return letter(
                          new Matter(
                              dossier,
                              round,
                              result,
                              prize(round, verdict.winners(), id),
                              reader,
                              follow.filter(_ -> reader.mayOpen())));
                    }));
  }

  private static List<String> winners(Announcement published) {
    return published.winners().stream().map(Announcement.Placed::idea).toList();
  }

  /**
   * @param winners the first prize first
   */
  private static Optional<Prize> prize(Round round, List<String> winners, String idea) {
    int at = winners.indexOf(idea);
    List<Prize> prizes = round.plan().prizes();
    return at >= 0 && at < prizes.size() ? Optional.of(prizes.get(at)) : Optional.empty();
  }

  private Letter letter(Matter matter) {
    Draft draft = matter.reader().greeted();
    String round = RoundLetters.title(draft, matter.round());
    String title = Isolated.of(title(matter.dossier(), matter.round()));
    draft.paragraph(matter.key() + ".text", "round", round, "title", title);
    boolean won = matter.own().place().equals(Optional.of(Award.Place.WINNER));
    matter.prize().ifPresent(prize -> draft.fact("mail.result.prize", said(draft, prize)));
    if (won && matter.follow().isPresent()) {
      draft.paragraph("mail.result.naming");
      draft.button("mail.result.naming.button", matter.follow().get());
      draft.paragraph("mail.result.begin");
    }
    marks(draft, matter);
    comments(draft, matter.own());
    next(draft, matter);
    draft.link("mail.results.page", links.results(matter.round().id(), draft.language()));
    if (!won) {
      matter.follow().ifPresent(follow -> draft.button("mail.follow.button", follow));
    }
    matter.follow().ifPresent(_ -> draft.paragraph("mail.follow.private"));
    return draft
        .fact("field.trackingCode.label", matter.dossier().idea().trackingCode())
        .notice(
            matter.key(),
            letterhead.of(matter.round().region()),
            "round",
            round,
            "title",
            matter.reader().inSubject(title, matter.dossier()));
  }

  /** Of the text that the jury read. */
  private static String title(Dossier dossier, Round round) {
    return dossier
        .idea()
        .entry(round.id())
        .filter(entry -> entry.revision().isPresent())
        .flatMap(entry -> dossier.revision(entry.revision().getAsInt()))
        .or(dossier::latest)
        .map(Revision::sheet)
        .map(sheet -> sheet.title())
        .orElse("");
  }

  private static void marks(Draft draft, Matter matter) {
    OwnResult own = matter.own();
    if (own.reviews() == 0) {
      draft.paragraph("mail.result.noReview");
      return;
    }
    draft.heading(draft.text("mail.result.marks"));
    List<Letter.Fact> marks = new ArrayList<>();
    for (Criterion criterion : matter.round().plan().rubric()) {
      Optional.ofNullable(own.byCriterion().get(criterion.code()))
          .map(mean -> draft.formats().decimal(mean))
          .map(mean -> new Letter.Fact(mean, said(draft, criterion)))
          .ifPresent(marks::add);
    }
    draft.facts(marks);
    List<Letter.Fact> whole = new ArrayList<>();
    mean(draft, "mail.result.rawMean", own.rawMean(), whole);
    mean(draft, "mail.result.score", own.score(), whole);
    whole.add(
        new Letter.Fact(draft.text("mail.result.reviews"), draft.formats().number(own.reviews())));
    if (own.leftOut() > 0) {
      whole.add(
          new Letter.Fact(
              draft.text("mail.result.leftOut"), draft.formats().number(own.leftOut())));
    }
    draft.facts(whole).paragraph("mail.result.how");
  }

  private static String said(Draft draft, Prize prize) {
    String title = RoundLetters.said(prize.title(), draft.textLanguage());
    return prize.amount().isPresent()
        ? Isolated.of(title) + " · " + draft.formats().money(prize.amount().getAsLong())
        : title;
  }

  private static String said(Draft draft, Criterion criterion) {
    return RoundLetters.said(criterion.title(), draft.textLanguage());
  }

  private static void mean(Draft draft, String key, OptionalDouble mean, List<Letter.Fact> into) {
    if (mean.isPresent()) {
      into.add(new Letter.Fact(draft.text(key), draft.formats().decimal(mean.getAsDouble())));
    }
  }

  private static void comments(Draft draft, OwnResult own) {
    if (!own.comments().isEmpty()) {
      draft.heading(draft.text("mail.result.comments"));
      own.comments().forEach(words -> draft.quote(draft.text("mail.result.comment"), words));
    }
  }

  private static void next(Draft draft, Matter matter) {
    if (matter.own().place().isEmpty()) {
      draft.paragraph("mail.resultOther.next");
    }
    int days = matter.round().plan().complaintDays();
    if (days > 0) {
      draft.paragraph("mail.result.complaints", "days", days);
    }
  }
}
