package twiza.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Tracked;
import twiza.idea.TrackingCode;

/** Anybody with a tracking code may know where the idea stands, and nothing personal. */
final class Track {

  private final Ideas ideas;

  Track(Ideas ideas) {
    this.ideas = ideas;
  }

  Reply track(Request request) {
    Tracked tracked =
        TrackingCode.parse(request.path("code"))
            .flatMap(ideas::track)
            .orElseThrow(Problem::notFound);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("trackingCode", tracked.trackingCode());
    json.put("state", tracked.state());
    json.put("submittedAt", tracked.submittedAt());
    json.put("changedAt", tracked.changedAt());
    return Reply.json(200, json);
  }
}
