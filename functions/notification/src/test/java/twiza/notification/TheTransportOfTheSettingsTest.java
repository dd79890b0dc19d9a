package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import twiza.event.Mails;
import twiza.idea.Patience;
import twiza.place.Language;
import twiza.settings.Settings;
import twiza.settings.TestKeys;
import twiza.uptake.Terms;

class TheTransportOfTheSettingsTest {

  private static final String ACCOUNT = "{\"username\":\"twiza\",\"password\":\"couscous\"}";
  private static final String TO = "itto@example.org";
  private static final Errand ERRAND =
      new Errand("IDEA#1", "EVENT#0000000001", "SUBMITTED", Errand.AUTHOR);

  private static Settings settings(
      Settings.Transport transport, int port, boolean startTls, String credentials) {
    return new Settings(
        "https://twiza.example.org",
        "",
        new Settings.Mail(
            transport, "Twiza <no-reply@example.org>", "localhost", port, startTls, credentials),
        new Settings.Limits(3, 300, 10, 300),
        new Patience(Duration.ofDays(3), Duration.ofDays(7)),
        Terms.USUAL);
  }

  private static MimeMessage message(Settings settings) throws MessagingException {
    Draft draft = new Draft(TO, Language.AR).greet();
    Letter letter = draft.answer("mail.links", Optional.empty());
    return new Envelopes(() -> settings, TestKeys.fingerprints())
        .seal(letter, new Mails.Mail("EMAIL#1#EVENT#1", Errand.AUTHOR), Instant.EPOCH);
  }

  private static void carry(Settings settings, String account) throws MessagingException {
    new ConfiguredCarrier(Map.of(), () -> settings, _ -> account).carry(message(settings), ERRAND);
  }

  private static GreenMail serverWithAccounts() {
    ServerSetup anyPort = ServerSetupTest.SMTP.dynamicPort();
    GreenMail server = new GreenMail(anyPort);
    server.start();
    server.setUser(TO, "twiza", "couscous");
    server.getUserManager().setAuthRequired(true);
    return server;
  }

  @Test
  void is_a_mail_server_with_an_account_kept_as_a_secret() throws MessagingException {
    GreenMail server = serverWithAccounts();
    int port = server.getSmtp().getPort();
    carry(settings(Settings.Transport.SMTP, port, false, "mail-account"), ACCOUNT);
    assertThat(server.getReceivedMessages()).hasSize(1);
    server.stop();
  }

  @Test
  void refuses_what_comes_with_a_wrong_password() {
    GreenMail server = serverWithAccounts();
    int port = server.getSmtp().getPort();
    Settings settings = settings(Settings.Transport.SMTP, port, false, "mail-account");
    assertThatThrownBy(() -> carry(settings, "{\"username\":\"twiza\",\"password\":\"tea\"}"))
        .isInstanceOf(MessagingException.class);
    assertThat(server.getReceivedMessages()).isEmpty();
    server.stop();
  }

  @Test
  void never_sends_in_the_clear_what_was_to_be_encrypted() {
    GreenMail server = serverWithAccounts();
    int port = server.getSmtp().getPort();
    Settings settings = settings(Settings.Transport.SMTP, port, true, "mail-account");
    assertThatThrownBy(() -> carry(settings, ACCOUNT))
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("STARTTLS");
    assertThat(server.getReceivedMessages()).isEmpty();
    server.stop();
  }

  @Test
  void is_ses_with_the_same_message() throws Exception {
    AtomicReference<String> asked = new AtomicReference<>("");
    List<String> paths = new ArrayList<>();
    HttpServer ses = ses(200, asked, paths);
    Settings settings = settings(Settings.Transport.SES, 0, false, "");
    Map<String, String> environment = environment(ses);
    new ConfiguredCarrier(environment, () -> settings, _ -> "").carry(message(settings), ERRAND);
    ses.stop(0);

    JsonNode request = new ObjectMapper().readTree(asked.get());
    assertThat(paths).containsExactly("/v2/email/outbound-emails");
    assertThat(request.at("/Destination/ToAddresses/0").asText()).isEqualTo(TO);
    byte[] raw = Base64.getDecoder().decode(request.at("/Content/Raw/Data").asText());
    Received received =
        new Received(
            new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    assertThat(received.subject()).isEqualTo("روابطكم الشخصية");
    assertThat(received.html()).contains("dir=\"rtl\"");
    assertThat(request.at("/ConfigurationSetName").asText()).isEqualTo("mail-events");
    assertThat(Errand.ofTag(request.at("/EmailTags/0/Value").asText())).isEqualTo(ERRAND);
  }

  @Test
  void fails_where_ses_refuses() throws Exception {
    HttpServer ses = ses(400, new AtomicReference<>(), new ArrayList<>());
    Settings settings = settings(Settings.Transport.SES, 0, false, "");
    Carrier carrier = new ConfiguredCarrier(environment(ses), () -> settings, _ -> "");
    MimeMessage message = message(settings);
    assertThatThrownBy(() -> carrier.carry(message, ERRAND)).isInstanceOf(MessagingException.class);
    ses.stop(0);
  }

  private static Map<String, String> environment(HttpServer ses) {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    return Map.of(
        "AWS_REGION",
        "eu-west-3",
        "AWS_ENDPOINT_URL_SESV2",
        "http://localhost:" + ses.getAddress().getPort(),
        "TWIZA_MAIL_EVENTS",
        "mail-events");
  }

  private static HttpServer ses(int status, AtomicReference<String> asked, List<String> paths)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          paths.add(exchange.getRequestURI().getPath());
          asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = "{\"MessageId\":\"1\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }
}
