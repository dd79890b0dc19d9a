package twiza.notification;

import java.util.stream.Collectors;
import twiza.text.Messages;

/**
 * A letter as plain text: each address on a line of its own, what people wrote behind {@code >}.
 */
final class PlainText {

  private PlainText() {}

  static String of(Letter letter) {
    String body =
        letter.blocks().stream()
            .map(block -> block(letter.messages(), block))
            .collect(Collectors.joining("\n\n"));
    return letter.heading()
        + "\n\n"
        + body
        + "\n\n-- \n"
        + String.join("\n", letter.footer())
        + "\n";
  }

  private static String block(Messages messages, Letter.Block block) {
    return switch (block) {
      case Letter.Paragraph paragraph -> paragraph.text();
      case Letter.Heading heading -> "* " + heading.text();
      case Letter.Quote quote -> quote.label() + "\n" + quoted(quote.text());
      case Letter.Facts facts ->
          facts.facts().stream()
              .map(fact -> fact(messages, fact))
              .collect(Collectors.joining("\n"));
      case Letter.Code code -> code.label() + "\n" + code.code();
      case Letter.Link link -> link.label() + "\n" + link.address();
    };
  }

  private static String fact(Messages messages, Letter.Fact fact) {
    return messages.text("mail.fact", "label", fact.label(), "value", Isolated.of(fact.value()));
  }

  private static String quoted(String text) {
    return text.strip().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
  }
}
