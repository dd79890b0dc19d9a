package twiza.idea;

/** What the public reports a published idea for. */
public enum ReportKind {
  SPAM,
  OFFENSIVE,
  PERSONAL_DATA,
  WRONG,
  COPIED,
  OTHER
}
