package twiza.notification;

import java.util.List;
import java.util.Optional;
import twiza.text.Messages;

/**
 * A mail before it takes a form.
 *
 * @param to one address
 * @param messages of the language it is written in
 * @param notice whether it only tells something; a mail that somebody asked for is none
 * @param answersTo the e-mail address of the delegation that answers for it; empty without one
 * @param heading what it says, in a few words
 * @param footer who sends it, line by line
 */
record Letter(
    String to,
    Messages messages,
    boolean notice,
    Optional<String> answersTo,
    String subject,
    String heading,
    List<Block> blocks,
    List<String> footer) {

  /** One part of a mail. What a person wrote is shown apart from what the system says. */
  sealed interface Block {}

  /** A sentence or two; what a person wrote in it is {@link Isolated}. */
  record Paragraph(String text) implements Block {}

  record Heading(String text) implements Block {}

  /** What somebody wrote, under a label. */
  record Quote(String label, String text) implements Block {}

  /** Short values, each beside its label. */
  record Facts(List<Fact> facts) implements Block {}

  record Fact(String label, String value) {}

  /** Something to copy by hand. */
  record Code(String label, String code) implements Block {}

  /**
   * What to press; its address stands in full in the text part.
   *
   * @param main whether it is what the reader is expected to do
   */
  record Link(String label, String address, boolean main) implements Block {}
}
