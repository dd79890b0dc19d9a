package twiza.watch;

/** What is counted, under the names that alarms and dashboard know. */
public enum Measure {
  SUBMITTED("Submitted"),
  DECIDED("Decided"),
  HOURS_TO_DECIDE("HoursToDecide"),
  MAILS_SENT("MailsSent"),
  MAILS_FAILED("MailsFailed"),
  MAILS_BOUNCED("MailsBounced"),
  SECONDS_LATE("SecondsLate");

  private final String metric;

  Measure(String metric) {
    this.metric = metric;
  }

  /** Its name in CloudWatch. */
  public String metric() {
    return metric;
  }
}
