package twiza.notification;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import twiza.event.Mails;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.snapshot.Primed;
import twiza.snapshot.Snapshot;
import twiza.watch.Gauges;
import twiza.watch.Trace;

/**
 * Sends one mail for each queue message. What can't be sent goes back into the queue, to come again
 * after a while that grows with each attempt, and ends in the dead-letter queue.
 */
public final class MailFunction implements RequestHandler<SQSEvent, SQSBatchResponse>, Primed {

  private static final Logger LOG = LoggerFactory.getLogger(MailFunction.class);

  /** Longer than one run of this function may last. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** A mail that is not begun with this much time left waits for the next run. */
  private static final int MILLIS_FOR_ONE = 10_000;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(12);
  private static final int WAIT_GROWS_BY = 4;

  private final Mails mails;
  private final Correspondence correspondence;
  private final Envelopes envelopes;
  private final Carrier carrier;
  private final MailQueue queue;
  private final InstantSource clock;
  private final Gauges gauges;
  private final Runnable rehearsal;

  public MailFunction() {
    this(System.getenv(), InstantSource.system());
    Snapshot.of(this);
  }

  /**
   * @param environment names {@code TWIZA_TABLE}, {@code TWIZA_SETTINGS}, {@code TWIZA_LINK_KEY},
   *     {@code TWIZA_INDEX_KEY} and {@code TWIZA_MAIL_QUEUE}
   */
  public MailFunction(Map<String, String> environment, InstantSource clock) {
    this(new ParameterSettings(environment, clock), environment, clock);
  }

  private MailFunction(
      ParameterSettings settings, Map<String, String> environment, InstantSource clock) {
    this(
        Wiring.of(new Secrets(environment), settings, environment, clock),
        clock,
        Gauges.of(environment),
        () -> {
          Settings nobodys = settings.rehearse();
          Wiring.of(Secrets.nobodys(), () -> nobodys, environment, clock).rehearse();
        });
  }

  private MailFunction(Wiring wiring, InstantSource clock, Gauges gauges, Runnable rehearsal) {
    this(
        wiring.mails(),
        wiring.correspondence(),
        wiring.envelopes(),
        wiring.carrier(),
        wiring.queue(),
        clock,
        gauges,
        () -> {
          wiring.ideas().find("none");
          rehearsal.run();
        });
  }

  MailFunction(
      Mails mails,
      Correspondence correspondence,
      Envelopes envelopes,
      Carrier carrier,
      MailQueue queue,
      InstantSource clock,
      Gauges gauges) {
    this(mails, correspondence, envelopes, carrier, queue, clock, gauges, () -> {});
  }

  private MailFunction(
      Mails mails,
      Correspondence correspondence,
      Envelopes envelopes,
      Carrier carrier,
      MailQueue queue,
      InstantSource clock,
      Gauges gauges,
      Runnable rehearsal) {
    this.rehearsal = rehearsal;
    this.mails = mails;
    this.correspondence = correspondence;
    this.envelopes = envelopes;
    this.carrier = carrier;
    this.queue = queue;
    this.clock = clock;
    this.gauges = gauges;
  }

  @Override
  public void prime() {
    rehearsal.run();
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return PowertoolsLogging.withLogging(context, () -> deliver(event.getRecords(), context));
  }

  private SQSBatchResponse deliver(List<SQSMessage> messages, Context context) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : messages) {
      boolean inTime = context.getRemainingTimeInMillis() > MILLIS_FOR_ONE;
      if (!inTime || !isDone(message)) {
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private boolean isDone(SQSMessage message) {
    Trace.follow(trace(message));
    boolean done = isDone(message.getMessageId(), message.getBody());
    if (!done) {
      postpone(message);
    }
    return done;
  }

  private static String trace(SQSMessage message) {
    return Optional.ofNullable(message.getMessageAttributes())
        .map(attributes -> attributes.get(MailQueue.TRACE))
        .map(MessageAttribute::getStringValue)
        .orElse("");
  }

  /** Whatever goes wrong with one mail, the next one gets its turn. */
  private boolean isDone(String messageId, String body) {
    try {
      Errand errand = Errand.parse(body);
      Instant now = clock.instant();
      return switch (mails.claim(errand.mail(), now, LEASE)) {
        case SENT -> true;
        case TAKEN -> false;
        case YOURS -> isSent(errand, now);
      };
    } catch (RuntimeException e) {
      LOG.error("queue message {} failed: {}", messageId, whereabouts(e));
      return false;
    }
  }

  private boolean isSent(Errand errand, Instant now) {
    try {
      Optional<Letter> letter = correspondence.write(errand, now);
      if (letter.isPresent()) {
        carrier.carry(envelopes.seal(letter.get(), errand.mail(), now), errand);
        gauges.mailSent();
      }
      LOG.info("{} {}", letter.isPresent() ? "sent" : "nothing to send for", errand);
    } catch (NoSuchRecipient e) {
      LOG.warn("came back {}: {}", errand, whereabouts(e));
      gauges.mailBounced();
      correspondence.cameBack(errand, now);
      mails.failed(errand.mail(), clock.instant());
      return true;
    } catch (MessagingException | RuntimeException e) {
      LOG.warn("not sent {}: {}", errand, whereabouts(e));
      gauges.mailFailed();
      mails.failed(errand.mail(), clock.instant());
      return false;
    }
    mails.sent(errand.mail(), clock.instant());
    return true;
  }

  /** What a mail server or SES says may name an address, so that only classes are logged. */
  private static String whereabouts(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      StackTraceElement[] trace = cause.getStackTrace();
      text.append(cause.getClass().getName());
      text.append(trace.length > 0 ? " at " + trace[0] + "; " : "; ");
    }
    return text.toString();
  }

  /** Where this fails, the queue's own visibility timeout brings the message back. */
  private void postpone(SQSMessage message) {
    Map<String, String> attributes = Optional.ofNullable(message.getAttributes()).orElse(Map.of());
    int attempt = Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
    try {
      queue.postpone(message.getReceiptHandle(), waitAfter(attempt));
    } catch (SdkException e) {
      LOG.warn("queue message {} keeps its visibility timeout", message.getMessageId(), e);
    }
  }

  /**
   * @param attempt counts from 1
   */
  static Duration waitAfter(int attempt) {
    Duration wait = FIRST_WAIT;
    for (int i = 1; i < attempt && wait.compareTo(LONGEST_WAIT) < 0; i++) {
      wait = wait.multipliedBy(WAIT_GROWS_BY);
    }
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
