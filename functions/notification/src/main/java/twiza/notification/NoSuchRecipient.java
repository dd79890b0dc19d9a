package twiza.notification;

import jakarta.mail.MessagingException;

/** The server says for good that nobody is to be reached at an address. */
final class NoSuchRecipient extends MessagingException {

  private static final long serialVersionUID = 1;

  NoSuchRecipient(MessagingException refusal) {
    super("nobody is reached there", refusal);
  }
}
