package twiza.local;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A mail server that takes every mail and keeps it as a file. */
public final class Mailbox implements AutoCloseable {
  private final Path folder;
  private final InstantSource clock;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final List<Mail> mails = new ArrayList<>();

  private Mailbox(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Opens the folder with the mails that are there and starts the server. */
  static Mailbox start(Path folder, InstantSource clock) throws IOException, MessagingException {
    Mailbox mailbox = new Mailbox(folder, clock);
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".eml")).sorted().toList()) {
        mailbox.mails.add(MailFile.read(file));
      }
    }
    mailbox.server.start();
    mailbox.server.getUserManager().setMessageDeliveryHandler(mailbox::deliver);
    return mailbox;
  }

  /** The port of the mail server. */
  int port() {
    return server.getSmtp().getPort();
  }

  // The file is on disk before the sender hears that the mail was accepted.
  private synchronized GreenMailUser deliver(MovingMessage message, MailAddress to)
      throws MessagingException, UserException {
    Instant now = clock.instant();
    String id = String.format(Locale.ROOT, "%013d-%06d", now.toEpochMilli(), mails.size() + 1);
    Path file = folder.resolve(id + ".eml");
    try {
      MailFile.write(file, message.getMessage(), to.getEmail(), now);
      mails.add(MailFile.read(file));
    } catch (IOException e) {
      throw new MessagingException("could not keep the mail", e);
    }
    notifyAll();
    return user(to.getEmail());
  }

  // The server keeps a copy of its own, in memory, which needs a user.
  private GreenMailUser user(String address) throws UserException {
    UserManager users = server.getUserManager();
    GreenMailUser known = users.getUserByEmail(address);
    return known == null ? users.createUser(address, address, address) : known;
  }

  /** The mails, newest first. */
  public synchronized List<Mail> mails() {
    return List.copyOf(mails.reversed());
  }

  /** The mails to one address, newest first. */
  public List<Mail> to(String address) {
    return mails().stream().filter(it -> it.to().equalsIgnoreCase(address)).toList();
  }

  Optional<Mail> find(String id) {
    return mails().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /**
   * Waits for a mail, or takes the newest of those that are there.
   *
   * @throws IllegalStateException when none has come in time
   */
  public synchronized Mail await(Predicate<Mail> wanted, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<Mail> mail = mails().stream().filter(wanted).findFirst();
      if (mail.isPresent()) {
        return mail.get();
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IllegalStateException("no such mail came in " + patience);
      }
      wait(left);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
