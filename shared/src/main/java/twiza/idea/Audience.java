package twiza.idea;

import java.util.EnumSet;
import java.util.Set;

/** Who is told, by mail, that something happened to an idea. */
public enum Audience {
  AUTHOR,
  /** The address that is to replace the author's. */
  NEW_ADDRESS,
  /** Each moderator of the idea's region. */
  MODERATORS,
  /** The member of staff whom the event names. */
  MEMBER;

  /** Nobody is written to who has no address; what came by phone reaches moderators by digest. */
  public static Set<Audience> of(IdeaEvent event, Idea after) {
    Set<Audience> told =
        switch (event) {
          case IdeaEvent.Confirmed _ -> EnumSet.of(AUTHOR, MODERATORS);
          case IdeaEvent.Corrected corrected ->
              corrected.waits() ? EnumSet.of(MODERATORS) : EnumSet.noneOf(Audience.class);
          case IdeaEvent.Submitted _,
              IdeaEvent.ConfirmationReminded _,
              IdeaEvent.Expired _,
              IdeaEvent.Approved _,
              IdeaEvent.ChangesRequested _,
              IdeaEvent.ChangesReminded _,
              IdeaEvent.Rejected _,
              IdeaEvent.Unpublished _,
              IdeaEvent.Withdrawn _ ->
              EnumSet.of(AUTHOR);
          case IdeaEvent.ContactChangeAsked _ -> EnumSet.of(AUTHOR, NEW_ADDRESS);
          case IdeaEvent.ContactChanged _, IdeaEvent.PresentationChanged _, IdeaEvent.Erased _ ->
              EnumSet.noneOf(Audience.class);
        };
    if (after.contact() == Contact.Kind.PHONE) {
      told.remove(AUTHOR);
    }
    return told;
  }
}
