package twiza.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import twiza.idea.Happening;
import twiza.idea.IdeaEvent;

/** The history of an idea as the API writes it, oldest first. */
public final class HistoryJson {

  private HistoryJson() {}

  public static List<Map<String, Object>> of(List<Happening> history) {
    return history.stream().map(HistoryJson::entry).toList();
  }

  private static Map<String, Object> entry(Happening happening) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", happening.at());
    json.put("kind", happening.event().code());
    json.put("revision", revision(happening.event()));
    json.put("reason", happening.reason().isEmpty() ? null : happening.reason());
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
      case IdeaEvent.Confirmed _,
          IdeaEvent.ConfirmationReminded _,
          IdeaEvent.Expired _,
          IdeaEvent.PresentationChanged _,
          IdeaEvent.ChangesReminded _,
          IdeaEvent.Withdrawn _,
          IdeaEvent.Erased _,
          IdeaEvent.ContactChangeAsked _,
          IdeaEvent.ContactChanged _ ->
          null;
    };
  }
}
