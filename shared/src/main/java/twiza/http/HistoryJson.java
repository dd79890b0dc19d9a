package twiza.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import twiza.idea.Happening;
import twiza.idea.IdeaEvent;

/** The history of an idea as the API writes it, oldest first. */
public final class HistoryJson {

  private HistoryJson() {}

  /** For staff: all of it. */
  public static List<Map<String, Object>> of(List<Happening> history) {
    return history.stream().map(h -> entry(h, h.reason())).toList();
  }

  /** For the author: without what the public reported, and what staff say among themselves. */
  public static List<Map<String, Object>> ofAuthor(List<Happening> history) {
    return history.stream()
        .filter(h -> !isAmongStaff(h.event()))
        .map(h -> entry(h, h.event() instanceof IdeaEvent.CallRecorded ? "" : h.reason()))
        .toList();
  }

  private static boolean isAmongStaff(IdeaEvent event) {
    return event instanceof IdeaEvent.Reported
        || event instanceof IdeaEvent.ReportsDismissed
        || event instanceof IdeaEvent.ModeratorsReminded
        || event instanceof IdeaEvent.Escalated;
  }

  private static Map<String, Object> entry(Happening happening, String reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", happening.at());
    json.put("kind", happening.event().code());
    json.put("revision", revision(happening.event()));
    json.put("reason", reason.isEmpty() ? null : reason);
    return json;
  }

  private static Integer revision(IdeaEvent event) {
    return switch (event) {
      case IdeaEvent.Submitted _ -> 1;
      case IdeaEvent.Corrected corrected -> corrected.revision();
      case IdeaEvent.Approved approved -> approved.revision();
      case IdeaEvent.ChangesRequested asked -> asked.revision();
      case IdeaEvent.Rejected rejected -> rejected.revision();
      case IdeaEvent.Unpublished unpublished -> unpublished.revision();
      case IdeaEvent.Translated translated -> translated.revision();
      case IdeaEvent.Confirmed _,
          IdeaEvent.ConfirmationReminded _,
          IdeaEvent.Expired _,
          IdeaEvent.PresentationChanged _,
          IdeaEvent.ChangesReminded _,
          IdeaEvent.Withdrawn _,
          IdeaEvent.Erased _,
          IdeaEvent.ContactChangeAsked _,
          IdeaEvent.ContactChanged _,
          IdeaEvent.MailBounced _,
          IdeaEvent.CallRecorded _,
          IdeaEvent.ConsentRecorded _,
          IdeaEvent.Noted _,
          IdeaEvent.Reported _,
          IdeaEvent.ReportsDismissed _,
          IdeaEvent.ModeratorsReminded _,
          IdeaEvent.Escalated _ ->
          null;
    };
  }
}
