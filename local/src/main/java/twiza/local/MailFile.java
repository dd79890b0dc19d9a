package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as a file that any mail program opens. */
final class MailFile {
  private static final String TO = "Delivered-To";
  private static final String AT = "X-Received-At";
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

  private MailFile() {}

  /** Writes the message with the address it goes to and the time it came. */
  static void write(Path file, MimeMessage message, String to, Instant at)
      throws IOException, MessagingException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream out = Files.newOutputStream(fresh)) {
      out.write((TO + ": " + to + "\r\n" + AT + ": " + at + "\r\n").getBytes(UTF_8));
      message.writeTo(out);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static Mail read(Path file) throws IOException, MessagingException {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
      String text = String.join("\n", texts(message, "text/plain"));
      String html = String.join("\n", texts(message, "text/html"));
      return new Mail(
          file.getFileName().toString().replaceFirst("\\.eml$", ""),
          message.getHeader(TO, null),
          InternetAddress.toUnicodeString(message.getFrom()),
          message.getSubject() == null ? "" : message.getSubject(),
          text,
          html,
          links(text, html),
          Instant.parse(message.getHeader(AT, null)));
    }
  }

  private static List<String> texts(Part part, String type) throws IOException, MessagingException {
    List<String> texts = new ArrayList<>();
    if (part.isMimeType("multipart/*")) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        texts.addAll(texts(inner, type));
      }
    } else if (part.isMimeType(type) && part.getContent() instanceof String text) {
      texts.add(text);
    }
    return texts;
  }

  private static List<String> links(String text, String html) {
    Set<String> links = new LinkedHashSet<>();
    for (String body : List.of(text, html.replace("&amp;", "&"))) {
      Matcher matcher = LINK.matcher(body);
      while (matcher.find()) {
        links.add(matcher.group().replaceFirst("[.,;:!?)\\]]+$", ""));
      }
    }
    return List.copyOf(links);
  }
}
