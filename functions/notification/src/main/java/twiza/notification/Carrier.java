package twiza.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** What takes a message to its recipient. */
interface Carrier {

  /**
   * Returns once the message is accepted for delivery.
   *
   * @param message complete, with one recipient
   * @param errand told again where the message comes back later
   * @throws NoSuchRecipient when the recipient was refused for good
   * @throws MessagingException when it was not taken, for now or for another reason
   */
  void carry(MimeMessage message, Errand errand) throws MessagingException;
}
