package twiza.submission;

import java.util.Map;
import java.util.Optional;
import twiza.http.ContactForm;
import twiza.http.Input;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Contact;
import twiza.submission.SubmissionFunction.Parts;

/** Authors who have lost their link have a fresh one mailed to the address on file. */
final class MyLink {

  private final Parts parts;
  private final Mailings mailings;

  MyLink(Parts parts) {
    this.parts = parts;
    this.mailings = new Mailings(parts);
  }

  /** Answers the same whether the address is known or not. */
  Reply ask(Request request) {
    Input input = request.json();
    String typed = input.line("email", 1, 254);
    Optional<Contact.Email> email =
        typed.isEmpty() ? Optional.empty() : ContactForm.email(input, "email", typed);
    input.finish();
    email
        .filter(address -> mailings.allowed(address, request.now()))
        .ifPresent(address -> parts.linkRequests().ask(address, request.now()));
    return Reply.json(202, Map.of("asked", true));
  }
}
