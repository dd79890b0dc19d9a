package twiza.staff;

/** What a member of staff is, from the least to the most; each may do what those before it may. */
public enum Role {
  /** Decides about ideas. */
  MODERATOR,
  /** Sets up rounds, and says who is staff of the region. */
  ORGANISER,
  /** Everything, in every region. */
  ADMIN
}
