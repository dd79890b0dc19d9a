package twiza.idea;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who is told, by mail, that something happened to an idea. An author without an address is called
 * instead ({@link Call}).
 */
public enum Audience {
  AUTHOR,
  /** The address that is to replace the author's. */
  NEW_ADDRESS,
  /** Whoever wants to build the idea, as the event names them. */
  PARTY,
  /** Each moderator of the idea's region. */
  MODERATORS,
  /** Each organiser of the idea's region. */
  ORGANISERS,
  /** The author of each idea that is in the round. */
  ENTRANTS,
  /** The author of each idea in the round that is not confirmed or waits for their changes. */
  UNREADY_ENTRANTS,
  /** The jurors whom the event names; all who are in the jury when it names none. */
  JURORS,
  /** The member of staff whom the event names. */
  MEMBER;

  /** Nobody is written to who has no address; what came by phone reaches moderators by digest. */
  public static Set<Audience> of(IdeaEvent event, Idea after) {
    Set<Audience> told =
        switch (event) {
          case IdeaEvent.Confirmed _ -> EnumSet.of(AUTHOR, MODERATORS);
          case IdeaEvent.Corrected corrected -> ofCorrected(corrected, after);
          case IdeaEvent.Submitted submitted -> ofNew(submitted.source());
          case IdeaEvent.ConfirmationReminded _,
              IdeaEvent.Expired _,
              IdeaEvent.Approved _,
              IdeaEvent.ChangesRequested _,
              IdeaEvent.ChangesReminded _,
              IdeaEvent.Rejected _,
              IdeaEvent.Unpublished _,
              IdeaEvent.Withdrawn _,
              IdeaEvent.EntryHeld _,
              IdeaEvent.Admitted _,
              IdeaEvent.EntryLeft _,
              IdeaEvent.EntryUnready _ ->
              EnumSet.of(AUTHOR);
          case IdeaEvent.Entered _ -> ofEntered(after);
          case IdeaEvent.ContactChangeAsked _ -> EnumSet.of(AUTHOR, NEW_ADDRESS);
          case IdeaEvent.Reported _ ->
              isFirstReport(after) ? EnumSet.of(MODERATORS) : EnumSet.noneOf(Audience.class);
          case IdeaEvent.ModeratorsReminded _ -> EnumSet.of(MODERATORS);
          case IdeaEvent.Escalated _ -> EnumSet.of(ORGANISERS);
          case IdeaEvent.ContactChanged _,
              IdeaEvent.PresentationChanged _,
              IdeaEvent.Erased _,
              IdeaEvent.MailBounced _,
              IdeaEvent.CallRecorded _,
              IdeaEvent.ConsentRecorded _,
              IdeaEvent.Noted _,
              IdeaEvent.Translated _,
              IdeaEvent.EntryProlonged _,
              IdeaEvent.EntryMoved _,
              IdeaEvent.EntryCalledOff _,
              IdeaEvent.ReportsDismissed _,
              IdeaEvent.Awarded _,
              IdeaEvent.NamingAnswered _,
              IdeaEvent.ResultsToTell _ ->
              EnumSet.noneOf(Audience.class);
        };
    if (after.contact() == Contact.Kind.PHONE) {
      told.remove(AUTHOR);
    }
    return told;
  }

  /** A whole file of authors is not written to at once: each hears of the decision. */
  private static Set<Audience> ofNew(Source source) {
    return source == Source.IMPORT ? EnumSet.noneOf(Audience.class) : EnumSet.of(AUTHOR);
  }

  /** What comes from nobody knows whom stands in the digest, however often it is corrected. */
  private static Set<Audience> ofCorrected(IdeaEvent.Corrected corrected, Idea after) {
    return corrected.waits() && !after.flags().contains(Flag.CONTACT_UNCONFIRMED)
        ? EnumSet.of(MODERATORS)
        : EnumSet.noneOf(Audience.class);
  }

  /** An idea that comes with a round is answered once. */
  private static Set<Audience> ofEntered(Idea after) {
    return after.version() == 2 ? EnumSet.noneOf(Audience.class) : EnumSet.of(AUTHOR);
  }

  private static boolean isFirstReport(Idea after) {
    return after.reports().filter(reports -> reports.count() == 1).isPresent();
  }
}
