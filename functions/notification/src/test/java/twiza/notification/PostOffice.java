package twiza.notification;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.access.Fingerprints;
import twiza.access.SignedLinks;
import twiza.event.Mails;
import twiza.http.Invocation;
import twiza.idea.Contact;
import twiza.idea.Entries;
import twiza.idea.Erasures;
import twiza.idea.Ideas;
import twiza.idea.Patience;
import twiza.idea.Samples;
import twiza.jury.Juries;
import twiza.jury.Papers;
import twiza.jury.Rankings;
import twiza.jury.Results;
import twiza.jury.Work;
import twiza.round.Rounds;
import twiza.settings.FirstAdmin;
import twiza.settings.JwsLinks;
import twiza.settings.ParameterServices;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.settings.TestKeys;
import twiza.staff.Employees;
import twiza.staff.SignIns;
import twiza.staff.Staff;
import twiza.table.LocalTable;
import twiza.table.TableDelegations;
import twiza.table.TableDigests;
import twiza.table.TableEntries;
import twiza.table.TableErasures;
import twiza.table.TableIdeas;
import twiza.table.TableJuries;
import twiza.table.TableLinkRequests;
import twiza.table.TableMails;
import twiza.table.TablePapers;
import twiza.table.TableQueue;
import twiza.table.TableRankings;
import twiza.table.TableResults;
import twiza.table.TableRounds;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;
import twiza.table.TableUptakes;
import twiza.text.Formats;
import twiza.uptake.Terms;
import twiza.uptake.Uptakes;
import twiza.watch.Notebook;

/** The way of a mail: a table and its events, the two functions, and a mail server at its end. */
final class PostOffice implements AutoCloseable {

  static final String SITE = "https://twiza.example.org";
  static final String MODERATOR = "moderator@example.org";

  final LocalTable table = LocalTable.create();
  final Fingerprints fingerprints = TestKeys.fingerprints();
  final TableDelegations delegations = new TableDelegations(table.client(), table.name());
  final Ideas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  final Uptakes uptakes = new TableUptakes(table.client(), table.name(), fingerprints);
  final Erasures erasures = new TableErasures(table.client(), table.name());
  final Entries entries = new TableEntries(table.client(), table.name(), fingerprints);
  final Juries juries = new TableJuries(table.client(), table.name());
  final Rankings rankings = new TableRankings(table.client(), table.name());
  final Results results = new TableResults(table.client(), table.name());
  final Papers papers = new TablePapers(table.client(), table.name());
  final Rounds rounds = new TableRounds(table.client(), table.name(), fingerprints);
  final Notebook watched = new Notebook();
  final WaitingLine queue = new WaitingLine();

  /** What has to be done for juries. */
  final Set<Work> asked = new LinkedHashSet<>();

  final WorkQueue work =
      all -> {
        asked.addAll(all);
        return Set.of();
      };

  final SignedLinks signed;
  final Staff staff;
  final Employees employees;
  final SignIns signIns;

  private final ParameterServices services = new ParameterServices("{}");
  private final GreenMail server;
  private final int port;
  private final Set<String> dispatched = new HashSet<>();
  private Instant now = Samples.MONDAY;
  private int linksAsked;

  PostOffice() {
    table.environment();
    this.port = freePort();
    this.server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    InstantSource clock = this::now;
    this.signed = JwsLinks.of(new Secrets(services.environment()), services.environment(), clock);
    this.staff =
        new TableStaff(
            table.client(),
            table.name(),
            fingerprints,
            FirstAdmin.of(this::settings, fingerprints));
    this.employees = new Employees(staff);
    this.signIns = new TableSignIns(table.client(), table.name(), () -> "");
    employ("05 " + MODERATOR + " fr");
  }

  Settings settings() {
    return new Settings(
        SITE,
        "admin@example.org",
        new Settings.Mail(
            Settings.Transport.SMTP, "Twiza <no-reply@example.org>", "localhost", port, false, ""),
        new Settings.Limits(3, 300, 10, 300),
        new Patience(Duration.ofDays(3), Duration.ofDays(7)),
        Terms.USUAL);
  }

  Instant now() {
    return now;
  }

  void wait(Duration duration) {
    now = now.plus(duration);
  }

  /** Those who moderate from now on, and need not be told. */
  void employ(String entries) {
    employees.moderate(entries);
    events().forEach(event -> dispatched.add(event.get("PK").s() + event.get("SK").s()));
  }

  private List<Map<String, AttributeValue>> events() {
    return table.everything().stream()
        .filter(item -> item.get("SK").s().startsWith("EVENT#"))
        .toList();
  }

  void closeDown() {
    server.stop();
  }

  void reopen() {
    server.start();
  }

  GreenMail server() {
    return server;
  }

  /** Somebody has lost their link. */
  void linksAsked(String address) {
    linksAsked++;
    String id = "01JTWA%020d".formatted(linksAsked);
    new TableLinkRequests(table.client(), table.name(), fingerprints, () -> id)
        .ask(new Contact.Email(address), now);
  }

  void digestDue(String region) {
    new TableDigests(table.client(), table.name())
        .settle(region, LocalDate.ofInstant(now, Formats.ZONE), 8, true, now);
  }

  /** What happened since the last time goes into the queue; the clock follows. */
  PostOffice dispatch() {
    List<Map<String, AttributeValue>> events =
        events().stream()
            .filter(item -> dispatched.add(item.get("PK").s() + item.get("SK").s()))
            .sorted(Comparator.comparing(item -> item.get("at").s()))
            .toList();
    for (Map<String, AttributeValue> event : events) {
      Instant at = Instant.parse(event.get("at").s());
      now = at.isAfter(now) ? at : now;
    }
    new DispatchFunction(
            new Recipients(staff, entries, juries), this::settings, queue, work, erasures)
        .handleRequest(StreamRecords.of(events), Invocation.of("dispatch"));
    return this;
  }

  /** Everything in the queue is tried once. */
  SQSBatchResponse deliver() {
    return deliver(UnaryOperator.identity());
  }

  SQSBatchResponse deliver(UnaryOperator<Mails> through) {
    SQSBatchResponse response =
        function(through).handleRequest(queue.receive(), Invocation.of("mail"));
    queue.settle(response);
    return response;
  }

  MailFunction function(UnaryOperator<Mails> through) {
    return function(through, new ConfiguredCarrier(Map.of(), this::settings, _ -> ""));
  }

  MailFunction function(UnaryOperator<Mails> through, Carrier carrier) {
    Links links = new Links(this::settings, fingerprints, signed, ideas);
    return new MailFunction(
        through.apply(new TableMails(table.client(), table.name())),
        new Correspondence(
            ideas,
            uptakes,
            () -> Terms.USUAL,
            new TableQueue(table.client(), table.name(), fingerprints),
            staff,
            fingerprints,
            links,
            signIns,
            delegations,
            rounds,
            entries,
            juries,
            papers,
            results),
        new Envelopes(this::settings, fingerprints),
        carrier,
        queue,
        this::now,
        watched);
  }

  /** Everybody gets their mail about what happened since the last time. */
  List<Received> mails() {
    clearMailboxes();
    dispatch().deliver();
    return received();
  }

  /** The mails that one address got about what happened since the last time. */
  List<Received> mailsTo(String address) {
    return mails().stream().filter(mail -> mail.to().equals(address)).toList();
  }

  Received onlyMailTo(String address) {
    List<Received> mails = mailsTo(address);
    if (mails.size() != 1) {
      throw new AssertionError(mails.size() + " mails to " + address);
    }
    return mails.getFirst();
  }

  List<Received> received() {
    return Arrays.stream(server.getReceivedMessages()).map(Received::new).toList();
  }

  /** What has come before is read. */
  void clearMailboxes() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
    services.close();
  }
}
