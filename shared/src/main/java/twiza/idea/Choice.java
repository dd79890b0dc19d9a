package twiza.idea;

/** What a moderator may decide. */
public enum Choice {
  APPROVE,
  REQUEST_CHANGES,
  REJECT,
  UNPUBLISH
}
