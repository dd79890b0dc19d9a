package twiza.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import twiza.http.Invocation;
import twiza.idea.Call;
import twiza.idea.Idea;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.settings.Settings;

/** A mail server says whether there is somebody at an address, now or for good. */
class AnAddressThatIsNoneTest {

  private final PostOffice office = new PostOffice();
  private final Journey idea = Journey.begins(office.ideas, Samples.anIdea());

  @AfterEach
  void close() {
    office.close();
  }

  /** Answers as RFC 5321 has it, and refuses every recipient with the same words. */
  private static final class Refusing implements AutoCloseable {

    private final ServerSocket door = open();

    private Refusing(String words) {
      Thread.ofVirtual().start(() -> serve(words));
    }

    private static ServerSocket open() {
      try {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private void serve(String words) {
      try (Socket caller = door.accept();
          BufferedReader in =
              new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII));
          PrintStream out = new PrintStream(caller.getOutputStream(), true, US_ASCII)) {
        out.print("220 ready\r\n");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          out.print(line.startsWith("RCPT") ? words + "\r\n" : "250 fine\r\n");
          out.flush();
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }

  private SQSBatchResponse deliveredTo(Refusing server) {
    Settings known = office.settings();
    Settings.Mail mail =
        new Settings.Mail(
            Settings.Transport.SMTP,
            known.mail().from(),
            "localhost",
            server.door.getLocalPort(),
            false,
            "");
    MailFunction function =
        office.function(UnaryOperator.identity(), new SmtpCarrier(mail, name -> name));
    return function.handleRequest(office.dispatch().queue.receive(), Invocation.of("mail"));
  }

  private Idea now() {
    return office.ideas.find(idea.id()).orElseThrow().idea();
  }

  @Test
  void whoeverIsRefusedForGoodIsCalledAndNotWrittenToAgain() throws IOException {
    try (Refusing server = new Refusing("550 5.1.1 no such user")) {
      assertThat(deliveredTo(server).getBatchItemFailures()).isEmpty();
    }
    assertThat(now().call().orElseThrow().why()).isEqualTo(Call.Why.BOUNCED);
    assertThat(office.watched.lines()).contains("mail bounced");
  }

  @Test
  void whoeverIsRefusedForNowIsWrittenToAgain() throws IOException {
    try (Refusing server = new Refusing("450 4.2.1 too many mails")) {
      assertThat(deliveredTo(server).getBatchItemFailures()).hasSize(1);
    }
    assertThat(now().call()).isEmpty();
    assertThat(office.watched.lines()).contains("mail failed").doesNotContain("mail bounced");
  }
}
