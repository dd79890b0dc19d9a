package twiza.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A message as its recipient reads it. */
record Received(MimeMessage message) {

  private static final Pattern LINE_WITH_LINK = Pattern.compile("(?m)^.*https?://.*$");

  String to() {
    return header("To");
  }

  String subject() {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty when there is none. */
  String header(String name) {
    try {
      String[] values = message.getHeader(name);
      return values == null ? "" : String.join(", ", values);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  String text() {
    return part(0, "text/plain");
  }

  String html() {
    return part(1, "text/html");
  }

  private String part(int number, String type) {
    try {
      MimeMultipart parts = (MimeMultipart) message.getContent();
      if (!message.isMimeType("multipart/alternative")
          || !parts.getBodyPart(number).isMimeType(type)
          || !parts.getBodyPart(number).getContentType().contains("UTF-8")) {
        throw new IllegalStateException("not " + type + " in UTF-8");
      }
      return parts.getBodyPart(number).getContent().toString().replace("\r\n", "\n");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The lines of the text part that hold an address of a page. */
  List<String> lines() {
    return LINE_WITH_LINK.matcher(text()).results().map(MatchResult::group).toList();
  }

  /** The token of the first link to a page such as {@code follow}. */
  String token(String page) {
    String mark = "/" + page + "/#token=";
    return tokens(mark).getFirst();
  }

  List<String> tokens(String mark) {
    return lines().stream()
        .filter(line -> line.contains(mark))
        .map(line -> line.substring(line.indexOf(mark) + mark.length()))
        .toList();
  }
}
