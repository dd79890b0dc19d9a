package twiza.acceptance;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The mails that a system's mail server has accepted, as they lie on the disk. */
final class SentMails {

  private SentMails() {}

  /**
   * @param id the Message-ID, which is the same for the same mail sent again
   */
  record Sent(String to, String id, String subject) {}

  static List<Sent> in(Path data) throws IOException, MessagingException {
    List<Sent> mails = new ArrayList<>();
    for (Path file : files(data)) {
      try (InputStream in = Files.newInputStream(file)) {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
        mails.add(
            new Sent(mail.getHeader("Delivered-To", null), mail.getMessageID(), mail.getSubject()));
      }
    }
    return mails;
  }

  static int count(Path data) throws IOException {
    return files(data).size();
  }

  private static List<Path> files(Path data) throws IOException {
    Path folder = data.resolve("mail");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
  }
}
