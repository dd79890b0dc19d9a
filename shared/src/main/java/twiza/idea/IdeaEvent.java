package twiza.idea;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import twiza.place.Language;
import twiza.round.Via;

/**
 * Something that happened to an idea. Events hold ids and codes only: no name, no address, no free
 * text, so that erasing an author needs to change none of them.
 */
public sealed interface IdeaEvent {

  /** Its stable code, such as {@code CHANGES_REQUESTED}. */
  default String code() {
    return switch (this) {
      case Submitted _ -> "SUBMITTED";
      case Confirmed _ -> "CONFIRMED";
      case ConfirmationReminded _ -> "CONFIRMATION_REMINDED";
      case Expired _ -> "EXPIRED";
      case Corrected _ -> "CORRECTED";
      case PresentationChanged _ -> "PRESENTATION_CHANGED";
      case Approved _ -> "APPROVED";
      case ChangesRequested _ -> "CHANGES_REQUESTED";
      case ChangesReminded _ -> "CHANGES_REMINDED";
      case Rejected _ -> "REJECTED";
      case Unpublished _ -> "UNPUBLISHED";
      case Withdrawn _ -> "WITHDRAWN";
      case Erased _ -> "ERASED";
      case ContactChangeAsked _ -> "CONTACT_CHANGE_ASKED";
      case ContactChanged _ -> "CONTACT_CHANGED";
      case MailBounced _ -> "MAIL_BOUNCED";
      case CallRecorded _ -> "CALL_RECORDED";
      case ConsentRecorded _ -> "CONSENT_RECORDED";
      case Noted _ -> "NOTED";
      case Translated _ -> "TRANSLATED";
      case Reported _ -> "REPORTED";
      case ReportsDismissed _ -> "REPORTS_DISMISSED";
      case ModeratorsReminded _ -> "MODERATORS_REMINDED";
      case Escalated _ -> "ESCALATED";
      case Entered _ -> "ENTERED";
      case EntryProlonged _ -> "ENTRY_PROLONGED";
      case EntryHeld _ -> "ENTRY_HELD";
      case Admitted _ -> "ADMITTED";
      case EntryLeft _ -> "ENTRY_LEFT";
      case EntryUnready _ -> "ENTRY_UNREADY";
      case EntryMoved _ -> "ENTRY_MOVED";
      case EntryCalledOff _ -> "ENTRY_CALLED_OFF";
      case Awarded _ -> "AWARDED";
      case NamingAnswered _ -> "NAMING_ANSWERED";
      case ResultsToTell _ -> "RESULTS_TO_TELL";
    };
  }

  /** Whether the words that came with an edit are kept with this event of it. */
  default boolean isExplained() {
    return switch (this) {
      case Corrected _,
          Approved _,
          ChangesRequested _,
          Rejected _,
          Unpublished _,
          CallRecorded _,
          Reported _,
          ReportsDismissed _,
          EntryCalledOff _ ->
          true;
      case Submitted _,
          Confirmed _,
          ConfirmationReminded _,
          Expired _,
          PresentationChanged _,
          ChangesReminded _,
          Withdrawn _,
          Erased _,
          ContactChangeAsked _,
          ContactChanged _,
          MailBounced _,
          ConsentRecorded _,
          Noted _,
          Translated _,
          ModeratorsReminded _,
          Escalated _,
          Entered _,
          EntryProlonged _,
          EntryHeld _,
          Admitted _,
          EntryLeft _,
          EntryUnready _,
          EntryMoved _,
          Awarded _,
          NamingAnswered _,
          ResultsToTell _ ->
          false;
    };
  }

  /** The round that it is about, if it is about one. */
  default Optional<String> inRound() {
    return Optional.empty();
  }

  /** Something that happened to an idea's part in a round. */
  sealed interface OfEntry extends IdeaEvent
      permits Entered,
          EntryProlonged,
          EntryHeld,
          Admitted,
          EntryLeft,
          EntryUnready,
          EntryMoved,
          EntryCalledOff {
    String round();

    @Override
    default Optional<String> inRound() {
      return Optional.of(round());
    }
  }

  /**
   * @param trackingCode the code that people read out
   * @param consent the version of the text agreed to; empty when {@code consentedOn} is {@code
   *     NONE}
   */
  record Submitted(
      String trackingCode,
      String region,
      Language language,
      Author.Kind kind,
      Contact.Kind contact,
      Presentation presentation,
      Set<Flag> flags,
      Source source,
      String consent,
      Consented consentedOn)
      implements IdeaEvent {}

  record Confirmed() implements IdeaEvent {}

  record ConfirmationReminded() implements IdeaEvent {}

  record Expired() implements IdeaEvent {}

  /**
   * @param waits whether a moderator has to decide about it
   */
  record Corrected(int revision, boolean waits) implements IdeaEvent {}

  record PresentationChanged(Presentation presentation) implements IdeaEvent {}

  /** A moderator approved a revision: it is the published one from now on. */
  record Approved(int revision) implements IdeaEvent {}

  record ChangesRequested(int revision) implements IdeaEvent {}

  /**
   * @param number 1 after 7 days, 2 after 21
   */
  record ChangesReminded(int number) implements IdeaEvent {}

  record Rejected(int revision) implements IdeaEvent {}

  record Unpublished(int revision) implements IdeaEvent {}

  record Withdrawn() implements IdeaEvent {}

  /**
   * @param textLeft whether the published text stays in the bank, without its author
   */
  record Erased(boolean textLeft) implements IdeaEvent {}

  /** The author named another e-mail address, which waits for its confirmation. */
  record ContactChangeAsked() implements IdeaEvent {}

  record ContactChanged(Contact.Kind contact) implements IdeaEvent {}

  /**
   * A mail to the author came back.
   *
   * @param told version of the event that the mail was about
   */
  record MailBounced(long told) implements IdeaEvent {}

  /**
   * Staff called the author.
   *
   * @param confirmed whether the contact proved to be the author's
   */
  record CallRecorded(Call.Result result, boolean confirmed) implements IdeaEvent {}

  /**
   * The author agreed after the idea had come in.
   *
   * @param consent the version of the text agreed to
   */
  record ConsentRecorded(String consent, Consented consentedOn) implements IdeaEvent {}

  /**
   * The delegation said something to the public.
   *
   * @param removed whether it took back what it had said
   */
  record Noted(boolean removed) implements IdeaEvent {}

  /**
   * @param revision the one that was translated
   * @param removed whether a translation was taken back
   */
  record Translated(Language language, int revision, boolean removed) implements IdeaEvent {}

  record Reported(ReportKind kind) implements IdeaEvent {}

  record ReportsDismissed() implements IdeaEvent {}

  record ModeratorsReminded() implements IdeaEvent {}

  /** The organisers were told that the moderators have not decided. */
  record Escalated() implements IdeaEvent {}

  /**
   * It was sent for a round.
   *
   * @param round opaque id
   * @param until when the jury was to begin, as was known then
   */
  record Entered(String round, Via via, Instant until) implements OfEntry {}

  /**
   * There is more time to confirm it.
   *
   * @param until when the jury is to begin now
   */
  record EntryProlonged(String round, Instant until) implements OfEntry {}

  /** The jury began while the idea waited for a moderator: it follows once it is approved. */
  record EntryHeld(String round) implements OfEntry {}

  /**
   * @param revision that the jury reads from now on, whatever is corrected
   */
  record Admitted(String round, int revision) implements OfEntry {}

  /** It was taken out of a round, and stays where it is otherwise. */
  record EntryLeft(String round) implements OfEntry {}

  /** It was not ready when the jury had to have it. */
  record EntryUnready(String round) implements OfEntry {}

  /** The dates of its round changed, and its author, whom no mail reaches, has to hear of it. */
  record EntryMoved(String round) implements OfEntry {}

  /** Its round was cancelled, and its author, whom no mail reaches, has to hear of it. */
  record EntryCalledOff(String round) implements OfEntry {}

  /**
   * The jury of a round made it a winner or a finalist, and that is public.
   *
   * @param round opaque id
   * @param title of the round, which does not change any more
   */
  record Awarded(String round, Award.Place place, Map<Language, String> title)
      implements IdeaEvent {

    public Awarded {
      title = Map.copyOf(title);
    }

    @Override
    public Optional<String> inRound() {
      return Optional.of(round);
    }
  }

  /**
   * The results of a round are public, and its author can't be written to.
   *
   * @param round opaque id
   */
  record ResultsToTell(String round) implements IdeaEvent {
    @Override
    public Optional<String> inRound() {
      return Optional.of(round);
    }
  }

  /**
   * The author of a winner said whether they may be named.
   *
   * @param round opaque id
   */
  record NamingAnswered(String round, boolean named) implements IdeaEvent {
    @Override
    public Optional<String> inRound() {
      return Optional.of(round);
    }
  }
}
