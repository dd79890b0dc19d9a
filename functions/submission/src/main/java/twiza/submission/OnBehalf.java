package twiza.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.http.Desk.Visit;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Dossier;
import twiza.idea.Idea;
import twiza.submission.Intake.Arrival;
import twiza.submission.Intake.Receipt;
import twiza.submission.SubmissionFunction.Parts;

/** Staff enter and correct for authors what came on paper or by phone. */
final class OnBehalf {

  private final Parts parts;
  private final Intake intake;
  private final AnsweredNeeds needs;
  private final Corrections corrections;

  OnBehalf(Parts parts) {
    this.parts = parts;
    this.intake = new Intake(parts);
    this.needs = new AnsweredNeeds(parts.needs(), parts.places());
    this.corrections = new Corrections(parts);
  }

  /** Answers with the author's private link, to be printed for them. */
  Reply enter(Visit visit) {
    SubmissionForm form = SubmissionForm.entered(visit.request().json(), parts.places());
    requireIn(visit.region(), form);
    needs.require(form.sheet());
    String by = visit.member().id();
    Request request = visit.request();
    Receipt receipt =
        intake.keep(
            new Arrival(
                form,
                Set.of(),
                intake.once(form, request, by),
                by,
                request.now(),
                Optional.empty()));
    if (receipt.fresh()) {
      parts.gauges().submitted();
    }
    return Reply.json(201, intake.answer(form, receipt));
  }

  /** Staff of one region enter nothing for another. */
  private void requireIn(String region, SubmissionForm form) {
    String province = form.sheet().province();
    if (!parts.places().province(province).orElseThrow().region().equals(region)) {
      throw Problem.invalid("province", "OTHER_REGION");
    }
  }

  /** The idea that the path names. */
  Dossier find(Request request) {
    return parts.ideas().find(request.id()).orElseThrow(Problem::notFound);
  }

  Reply correct(Visit visit, Dossier dossier) {
    Idea idea = corrections.correct(dossier, visit.request(), visit.member().id()).idea();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", idea.id());
    json.put("state", idea.state());
    json.put("revision", idea.latest());
    return Reply.json(200, json);
  }
}
