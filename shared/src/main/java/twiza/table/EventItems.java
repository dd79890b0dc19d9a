package twiza.table;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import twiza.idea.Audience;
import twiza.idea.Author;
import twiza.idea.Award;
import twiza.idea.Call;
import twiza.idea.Consented;
import twiza.idea.Contact;
import twiza.idea.Flag;
import twiza.idea.Happening;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.Presentation;
import twiza.idea.ReportKind;
import twiza.idea.Source;
import twiza.jury.Work;
import twiza.place.Language;
import twiza.round.Via;
import twiza.watch.Trace;

/**
 * What happened, as items that never change: {@code kind}, {@code at}, {@code by}, {@code region},
 * {@code data}, who is told in {@code tell} and whether that is put off in {@code slow}, what else
 * has to be done in {@code work}, and the request that did it in {@code trace}.
 */
final class EventItems {

  private enum Kind {
    SUBMITTED,
    CONFIRMED,
    CONFIRMATION_REMINDED,
    EXPIRED,
    CORRECTED,
    PRESENTATION_CHANGED,
    APPROVED,
    CHANGES_REQUESTED,
    CHANGES_REMINDED,
    REJECTED,
    UNPUBLISHED,
    WITHDRAWN,
    ERASED,
    CONTACT_CHANGE_ASKED,
    CONTACT_CHANGED,
    MAIL_BOUNCED,
    CALL_RECORDED,
    CONSENT_RECORDED,
    NOTED,
    TRANSLATED,
    REPORTED,
    REPORTS_DISMISSED,
    MODERATORS_REMINDED,
    ESCALATED,
    ENTERED,
    ENTRY_PROLONGED,
    ENTRY_HELD,
    ADMITTED,
    ENTRY_LEFT,
    ENTRY_UNREADY,
    ENTRY_MOVED,
    ENTRY_CALLED_OFF,
    AWARDED,
    NAMING_ANSWERED,
    RESULTS_TO_TELL
  }

  private static final Set<Flag> SPAM =
      EnumSet.of(
          Flag.FILLED_TOO_FAST, Flag.HONEYPOT, Flag.MANY_FROM_CONTACT, Flag.MANY_FROM_SOURCE);

  private EventItems() {}

  /**
   * @param after the idea once all events of the same edit have happened
   */
  static Item write(Happening happening, Idea after) {
    IdeaEvent event = happening.event();
    Key key = Keys.event(after.id(), happening.version());
    Item item =
        item(key, event.code(), happening.at(), after.region(), after.id())
            .withText("by", happening.by())
            .with("data", data(event))
            .withSet("tell", Audience.of(event, after))
            .with("work", work(happening));
    return isSlow(event) ? item.with("slow", true) : item;
  }

  /**
   * An event of whatever has events.
   *
   * @param id of what it happened to
   */
  static Item item(Key key, String kind, Instant at, String region, String id) {
    String version = key.sort().substring(Keys.EVENT.length());
    return bare(key, kind, at)
        .with("region", region)
        .with("GSI3PK", Keys.audit(region, at))
        .with("GSI3SK", Keys.placeInAudit(at, id, version));
  }

  /** An event that no region's history holds. */
  static Item bare(Key key, String kind, Instant at) {
    return Item.at(key)
        .with("kind", kind)
        .with("at", at)
        .withText("trace", Trace.current().orElse(""));
  }

  /**
   * @param reason given to the author, kept apart from the event
   */
  static Happening read(Item item, String reason) {
    return new Happening(
        Keys.number(item.key()),
        item.instant("at"),
        item.textOrEmpty("by"),
        event(item.constant("kind", Kind.class), item.map("data")),
        reason);
  }

  /** An idea that comes to the jury when it has begun needs readers. */
  private static Optional<Work.Kind> work(Happening happening) {
    boolean late = happening.event() instanceof IdeaEvent.Admitted && !happening.by().isEmpty();
    return late ? Optional.of(Work.Kind.ASSIGN) : Optional.empty();
  }

  private static boolean isSlow(IdeaEvent event) {
    return event instanceof IdeaEvent.Submitted submitted
        && submitted.flags().stream().anyMatch(SPAM::contains);
  }

  private static Item data(IdeaEvent event) {
    Item data = new Item();
    return switch (event) {
      case IdeaEvent.Submitted submitted -> submitted(submitted, data);
      case IdeaEvent.Corrected corrected ->
          data.with("revision", corrected.revision()).with("waits", corrected.waits());
      case IdeaEvent.PresentationChanged changed -> presentation(changed.presentation(), data);
      case IdeaEvent.Approved approved -> data.with("revision", approved.revision());
      case IdeaEvent.ChangesRequested asked -> data.with("revision", asked.revision());
      case IdeaEvent.ChangesReminded reminded -> data.with("number", reminded.number());
      case IdeaEvent.Rejected rejected -> data.with("revision", rejected.revision());
      case IdeaEvent.Unpublished unpublished -> data.with("revision", unpublished.revision());
      case IdeaEvent.Erased erased -> data.with("textLeft", erased.textLeft());
      case IdeaEvent.ContactChanged changed -> data.with("contact", changed.contact());
      case IdeaEvent.MailBounced bounced -> data.with("told", bounced.told());
      case IdeaEvent.CallRecorded call ->
          data.with("result", call.result()).with("confirmed", call.confirmed());
      case IdeaEvent.ConsentRecorded consent ->
          data.with("consent", consent.consent()).with("consentedOn", consent.consentedOn());
      case IdeaEvent.Noted noted -> data.with("removed", noted.removed());
      case IdeaEvent.Translated translated ->
          data.with("language", translated.language())
              .with("revision", translated.revision())
              .with("removed", translated.removed());
      case IdeaEvent.Reported reported -> data.with("report", reported.kind());
      case IdeaEvent.Entered entered ->
          data.with("round", entered.round())
              .with("via", entered.via())
              .with("until", entered.until());
      case IdeaEvent.Admitted admitted ->
          data.with("round", admitted.round()).with("revision", admitted.revision());
      case IdeaEvent.EntryProlonged longer ->
          data.with("round", longer.round()).with("until", longer.until());
      case IdeaEvent.EntryHeld held -> data.with("round", held.round());
      case IdeaEvent.EntryLeft left -> data.with("round", left.round());
      case IdeaEvent.EntryUnready unready -> data.with("round", unready.round());
      case IdeaEvent.EntryMoved moved -> data.with("round", moved.round());
      case IdeaEvent.EntryCalledOff off -> data.with("round", off.round());
      case IdeaEvent.Awarded awarded ->
          data.with("round", awarded.round())
              .with("place", awarded.place())
              .with("title", EntryItems.title(awarded.title()));
      case IdeaEvent.ResultsToTell told -> data.with("round", told.round());
      case IdeaEvent.NamingAnswered answered ->
          data.with("round", answered.round()).with("named", answered.named());
      case IdeaEvent.Confirmed _,
          IdeaEvent.ConfirmationReminded _,
          IdeaEvent.Expired _,
          IdeaEvent.Withdrawn _,
          IdeaEvent.ContactChangeAsked _,
          IdeaEvent.ReportsDismissed _,
          IdeaEvent.ModeratorsReminded _,
          IdeaEvent.Escalated _ ->
          data;
    };
  }

  private static Item submitted(IdeaEvent.Submitted submitted, Item data) {
    return presentation(submitted.presentation(), data)
        .with("trackingCode", submitted.trackingCode())
        .with("region", submitted.region())
        .with("language", submitted.language())
        .with("author", submitted.kind())
        .with("contact", submitted.contact())
        .withSet("flags", submitted.flags())
        .with("source", submitted.source())
        .with("consent", submitted.consent())
        .with("consentedOn", submitted.consentedOn());
  }

  private static Item presentation(Presentation presentation, Item data) {
    return data.with("showName", presentation.showName())
        .with("fullSheet", presentation.fullSheet());
  }

  private static IdeaEvent event(Kind kind, Item data) {
    return switch (kind) {
      case SUBMITTED -> submitted(data);
      case CONFIRMED -> new IdeaEvent.Confirmed();
      case CONFIRMATION_REMINDED -> new IdeaEvent.ConfirmationReminded();
      case EXPIRED -> new IdeaEvent.Expired();
      case CORRECTED -> new IdeaEvent.Corrected(data.integer("revision"), data.flag("waits"));
      case PRESENTATION_CHANGED -> new IdeaEvent.PresentationChanged(presentation(data));
      case APPROVED -> new IdeaEvent.Approved(data.integer("revision"));
      case CHANGES_REQUESTED -> new IdeaEvent.ChangesRequested(data.integer("revision"));
      case CHANGES_REMINDED -> new IdeaEvent.ChangesReminded(data.integer("number"));
      case REJECTED -> new IdeaEvent.Rejected(data.integer("revision"));
      case UNPUBLISHED -> new IdeaEvent.Unpublished(data.integer("revision"));
      case WITHDRAWN -> new IdeaEvent.Withdrawn();
      case ERASED -> new IdeaEvent.Erased(data.flag("textLeft"));
      case CONTACT_CHANGE_ASKED -> new IdeaEvent.ContactChangeAsked();
      case CONTACT_CHANGED ->
          new IdeaEvent.ContactChanged(data.constant("contact", Contact.Kind.class));
      case MAIL_BOUNCED -> new IdeaEvent.MailBounced(data.number("told"));
      case CALL_RECORDED ->
          new IdeaEvent.CallRecorded(
              data.constant("result", Call.Result.class), data.flag("confirmed"));
      case CONSENT_RECORDED ->
          new IdeaEvent.ConsentRecorded(
              data.text("consent"), data.constant("consentedOn", Consented.class));
      case NOTED -> new IdeaEvent.Noted(data.flag("removed"));
      case TRANSLATED ->
          new IdeaEvent.Translated(
              data.constant("language", Language.class),
              data.integer("revision"),
              data.flag("removed"));
      case REPORTED -> new IdeaEvent.Reported(data.constant("report", ReportKind.class));
      case REPORTS_DISMISSED -> new IdeaEvent.ReportsDismissed();
      case MODERATORS_REMINDED -> new IdeaEvent.ModeratorsReminded();
      case ESCALATED -> new IdeaEvent.Escalated();
      case ENTERED ->
          new IdeaEvent.Entered(
              data.text("round"), data.constant("via", Via.class), data.instant("until"));
      case ENTRY_PROLONGED ->
          new IdeaEvent.EntryProlonged(data.text("round"), data.instant("until"));
      case ENTRY_HELD -> new IdeaEvent.EntryHeld(data.text("round"));
      case ADMITTED -> new IdeaEvent.Admitted(data.text("round"), data.integer("revision"));
      case ENTRY_LEFT -> new IdeaEvent.EntryLeft(data.text("round"));
      case ENTRY_UNREADY -> new IdeaEvent.EntryUnready(data.text("round"));
      case ENTRY_MOVED -> new IdeaEvent.EntryMoved(data.text("round"));
      case ENTRY_CALLED_OFF -> new IdeaEvent.EntryCalledOff(data.text("round"));
      case AWARDED ->
          new IdeaEvent.Awarded(
              data.text("round"),
              data.constant("place", Award.Place.class),
              EntryItems.readTitle(data.map("title")));
      case RESULTS_TO_TELL -> new IdeaEvent.ResultsToTell(data.text("round"));
      case NAMING_ANSWERED -> new IdeaEvent.NamingAnswered(data.text("round"), data.flag("named"));
    };
  }

  private static IdeaEvent submitted(Item data) {
    return new IdeaEvent.Submitted(
        data.text("trackingCode"),
        data.text("region"),
        data.constant("language", Language.class),
        data.constant("author", Author.Kind.class),
        data.constant("contact", Contact.Kind.class),
        presentation(data),
        data.constants("flags", Flag.class),
        data.optionalConstant("source", Source.class).orElse(Source.ONLINE),
        data.text("consent"),
        data.optionalConstant("consentedOn", Consented.class).orElse(Consented.ONLINE));
  }

  private static Presentation presentation(Item data) {
    return new Presentation(data.flag("showName"), data.flag("fullSheet"));
  }
}
