package twiza.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import twiza.idea.Contact;
import twiza.jury.Coverage.Wanting;
import twiza.jury.Juror;
import twiza.jury.Ranking.Panel;
import twiza.round.Phase;

/** A jury as organisers see it: never a mark, never a word that a juror wrote. */
final class JuryJson {

  /** So many of each juror are told; of all of them, how many they are. */
  static final int MOST_CONFLICTS = 50;

  private JuryJson() {}

  static Map<String, Object> of(JuryOverview overview, Phase phase) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asked", overview.jury().asked());
    json.put("assignedAt", overview.jury().assignedAt());
    json.put(
        "jurors", overview.jury().jurors().stream().map(it -> juror(it, overview, phase)).toList());
    json.put("coverage", coverage(overview));
    return json;
  }

  private static Map<String, Object> juror(Juror juror, JuryOverview overview, Phase phase) {
    boolean begun = phase == Phase.JUDGING || phase == Phase.CLOSED || phase == Phase.PUBLISHED;
    Map<String, Object> json = person(juror);
    json.put("load", overview.load(juror));
    json.put("submitted", overview.submitted().of(juror.id()).size());
    json.put("drafts", overview.drafts().of(juror.id()).size());
    json.put("behind", begun && juror.state().isGivenIdeas(phase) && overview.left(juror) > 0);
    return json;
  }

  /** Who somebody is, whatever they have done. */
  static Map<String, Object> person(Juror juror) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", juror.id());
    json.put("state", juror.state());
    json.put("name", juror.name());
    json.put("email", juror.email().map(Contact.Email::value));
    json.put("language", juror.language().tag());
    json.put("organisation", juror.organisation());
    json.put("reads", BallotJson.tags(juror.reads()));
    json.put("conflicts", conflicts(juror));
    json.put("conflictsTotal", juror.conflicts().size());
    json.put("changedAt", juror.changedAt());
    return json;
  }

  private static List<Map<String, Object>> conflicts(Juror juror) {
    return juror.conflicts().entrySet().stream()
        .limit(MOST_CONFLICTS)
        .map(it -> Map.<String, Object>of("idea", it.getKey(), "kind", it.getValue()))
        .toList();
  }

  private static Map<String, Object> coverage(JuryOverview overview) {
    List<Wanting> wanting = overview.coverage().wanting();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asked", overview.readers());
    json.put("entries", overview.ideas().size());
    json.put("wantingTotal", wanting.size());
    json.put(
        "wanting",
        wanting.stream()
            .limit(JuryOverview.MOST_WANTING)
            .map(it -> wanting(it, overview))
            .toList());
    json.put("connected", overview.coverage().connected());
    json.put("panels", overview.coverage().panels().stream().map(JuryJson::panel).toList());
    json.put("unevenness", overview.coverage().unevenness());
    json.put("reviewsAsked", overview.asked().size());
    json.put("reviewsSubmitted", overview.submitted().size());
    return json;
  }

  private static Map<String, Object> wanting(Wanting wanting, JuryOverview overview) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("idea", wanting.idea());
    json.put("title", overview.ideas().get(wanting.idea()).title());
    json.put("readers", wanting.readers());
    json.put("allowed", wanting.allowed());
    return json;
  }

  private static Map<String, Object> panel(Panel panel) {
    return Map.of("ideas", panel.ideas().size(), "jurors", panel.jurors().size());
  }
}
