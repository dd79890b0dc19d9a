package twiza.staff;

import java.util.Set;
import twiza.place.Language;

/** What somebody asks of the list of staff. */
public sealed interface StaffCommand {

  /** Who somebody is, and how they want mail. */
  record Profile(String name, String email, Language language, Mailing mailing) {}

  /**
   * Somebody joins a region.
   *
   * @param roles at least one
   */
  record Add(Profile profile, String region, Set<Role> roles) implements StaffCommand {}

  /**
   * Other roles in a region, or another profile.
   *
   * @param roles at least one
   */
  record Change(Profile profile, String region, Set<Role> roles) implements StaffCommand {}

  /** One's own name, language and mails. */
  record ChangeOwn(String name, Language language, Mailing mailing) implements StaffCommand {}

  /** Somebody leaves a region; an admin leaves them all. */
  record Remove(String region) implements StaffCommand {}
}
