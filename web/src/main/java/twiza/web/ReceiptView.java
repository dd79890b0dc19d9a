package twiza.web;

/**
 * What the receipt of one idea shows.
 *
 * @param state the idea's state, such as {@code UNCONFIRMED}
 * @param contact the author's e-mail address or phone number, as the author reads it
 * @param byPhone whether the contact is a phone number
 * @param followLink the author's private link, whole
 * @param round what became of an idea sent for a round: {@code ENTERED}, or why not, such as {@code
 *     LATE}; empty when it was sent for none
 */
public record ReceiptView(
    String state,
    String title,
    String trackingCode,
    String contact,
    boolean byPhone,
    String followLink,
    String round) {

  /** What the author does now: {@code unconfirmed}, {@code phone}, {@code pending}; or nothing. */
  public String step() {
    if (state.equals("UNCONFIRMED")) {
      return "unconfirmed";
    }
    if (byPhone) {
      return "phone";
    }
    return state.equals("PENDING") ? "pending" : "";
  }
}
