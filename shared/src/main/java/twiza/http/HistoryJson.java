package twiza.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import twiza.idea.Happening;
import twiza.idea.IdeaEvent;
import twiza.text.Messages;

/** The history of an idea as the API writes it, oldest first. */
public final class HistoryJson {

  private HistoryJson() {}

  /** For staff: all of it. */
  public static List<Map<String, Object>> of(List<Happening> history) {
    return history.stream().map(h -> entry(h, h.reason())).toList();
  }

  /**
   * For staff at the desk: with who of them did it, and more about it in words.
   *
   * @param names of staff, by their ids
   */
  public static List<Map<String, Object>> atDesk(
      List<Happening> history, Map<String, String> names, Messages words) {
    return history.stream()
        .map(
            happening -> {
              Map<String, Object> json = entry(happening, happening.reason());
              json.put("by", names.get(happening.by()));
              json.put("detail", detail(happening.event(), words));
              return json;
            })
        .toList();
  }

  private static String detail(IdeaEvent event, Messages words) {
    return switch (event) {
      case IdeaEvent.CallRecorded call -> words.text("outcome." + call.result());
      case IdeaEvent.Reported reported -> words.text("report." + reported.kind());
      case IdeaEvent.Noted noted -> noted.removed() ? words.text("happening.removed") : null;
      case IdeaEvent.Translated translated ->
          words.text(
              translated.removed()
                  ? "happening.removed"
                  : "language." + translated.language().tag());
      case IdeaEvent.Submitted _,
          IdeaEvent.Confirmed _,
          IdeaEvent.ConfirmationReminded _,
          IdeaEvent.Expired _,
          IdeaEvent.Corrected _,
          IdeaEvent.PresentationChanged _,
          IdeaEvent.Approved _,
          IdeaEvent.ChangesRequested _,
          IdeaEvent.ChangesReminded _,
          IdeaEvent.Rejected _,
          IdeaEvent.Unpublished _,
          IdeaEvent.Withdrawn _,
          IdeaEvent.Erased _,
          IdeaEvent.ContactChangeAsked _,
          IdeaEvent.ContactChanged _,
          IdeaEvent.MailBounced _,
          IdeaEvent.ConsentRecorded _,
          IdeaEvent.ReportsDismissed _,
          IdeaEvent.ModeratorsReminded _,
          IdeaEvent.Escalated _,
          IdeaEvent.Entered _,
          IdeaEvent.EntryProlonged _,
          IdeaEvent.EntryHeld _,
          IdeaEvent.Admitted _,
          IdeaEvent.EntryLeft _,
          IdeaEvent.EntryUnready _,
          IdeaEvent.EntryMoved _,
          IdeaEvent.EntryCalledOff _,
          IdeaEvent.Awarded _,
          IdeaEvent.NamingAnswered _,
          IdeaEvent.ResultsToTell _ ->
          null;
    };
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
        || event instanceof IdeaEvent.Escalated
        || event instanceof IdeaEvent.EntryProlonged;
  }

  private static Map<String, Object> entry(Happening happening, String reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", happening.at());
    json.put("kind", happening.event().code());
    json.put("revision", revision(happening.event()));
    happening.event().inRound().ifPresent(round -> json.put("round", round));
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
      case IdeaEvent.Admitted admitted -> admitted.revision();
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
          IdeaEvent.Escalated _,
          IdeaEvent.Entered _,
          IdeaEvent.EntryProlonged _,
          IdeaEvent.EntryHeld _,
          IdeaEvent.EntryLeft _,
          IdeaEvent.EntryUnready _,
          IdeaEvent.EntryMoved _,
          IdeaEvent.EntryCalledOff _,
          IdeaEvent.Awarded _,
          IdeaEvent.NamingAnswered _,
          IdeaEvent.ResultsToTell _ ->
          null;
    };
  }
}
