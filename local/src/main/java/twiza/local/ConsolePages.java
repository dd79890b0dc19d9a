package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pages of the console. */
final class ConsolePages {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Africa/Casablanca"));

  private static final String LEAVES_FRAME =
      "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

  private static final Map<String, String> STEPS =
      Map.of("PT1H", "1 hour", "PT24H", "1 day", "PT48H", "2 days", "PT168H", "7 days");

  private ConsolePages() {}

  static Reply index(List<Mail> mails, LocalClock clock, Schedules schedules) {
    StringBuilder page = new StringBuilder("<h1>Twiza on this machine</h1>");
    page.append("<p><a href=\"/\">The site</a></p>");
    page.append("<section><h2>Clock</h2><p><time>").append(TIME.format(clock.instant()));
    page.append("</time> Africa/Casablanca</p><div class=\"row\">");
    STEPS.keySet().stream()
        .sorted(Comparator.comparing(Duration::parse))
        .forEach(it -> page.append(button("/local/clock", "advance", it, "+ " + STEPS.get(it))));
    page.append("</div></section><section><h2>Schedules</h2><ul>");
    for (String name : schedules.names()) {
      page.append("<li class=\"row\">").append(escape(name)).append(" <small>next ");
      page.append(TIME.format(schedules.next(name))).append("</small> ");
      page.append(button("/local/schedules/" + name, "fire", "now", "Fire now")).append("</li>");
    }
    page.append("</ul></section><section><h2>Mailbox</h2>").append(list(mails));
    return page("Twiza on this machine", page.append("</section>").toString());
  }

  private static String button(String action, String name, String value, String label) {
    return "<form method=\"post\" action=\"%s\"><button name=\"%s\" value=\"%s\">%s</button></form>"
        .formatted(escape(action), name, value, label);
  }

  private static String list(List<Mail> mails) {
    if (mails.isEmpty()) {
      return "<p>No mail yet.</p>";
    }
    StringBuilder table = new StringBuilder("<table><thead><tr><th>Received<th>To<th>Subject");
    table.append("</thead><tbody>");
    for (Mail mail : mails) {
      table.append("<tr><td>").append(TIME.format(mail.receivedAt())).append("<td>");
      table.append(escape(mail.to())).append("<td dir=\"auto\"><a href=\"/local/mails/");
      table.append(mail.id()).append("/\">").append(escape(mail.subject())).append("</a>");
    }
    return table.append("</tbody></table>").toString();
  }

  static Reply mail(Mail mail) {
    StringBuilder page = new StringBuilder("<p><a href=\"/local/\">All mails</a></p>");
    page.append("<h1 dir=\"auto\">").append(escape(mail.subject())).append("</h1><p><bdi>");
    page.append(escape(mail.from())).append("</bdi> to <bdi>").append(escape(mail.to()));
    page.append("</bdi>, ").append(TIME.format(mail.receivedAt())).append("</p>");
    page.append("<section><h2>Links</h2><ul>");
    for (String link : mail.links()) {
      page.append("<li><a href=\"").append(escape(link)).append("\">");
      page.append(escape(link)).append("</a></li>");
    }
    page.append("</ul></section>");
    if (!mail.html().isEmpty()) {
      page.append("<section><h2>HTML</h2><iframe title=\"HTML\" sandbox=\"").append(LEAVES_FRAME);
      page.append("\" src=\"/local/mails/").append(mail.id()).append("/html\"></iframe></section>");
    }
    page.append("<section><h2>Text</h2><pre dir=\"auto\">").append(escape(mail.text()));
    return page(mail.subject(), page.append("</pre></section>").toString());
  }

  /** The HTML part alone, without scripts, its links opening in place of the page. */
  static Reply html(Mail mail) {
    return Reply.html("<base target=\"_top\">" + mail.html())
        .with(
            "content-security-policy",
            "sandbox "
                + LEAVES_FRAME
                + "; default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self';"
                + " frame-ancestors 'self'");
  }

  static Reply back() {
    return Reply.of(303, "text/plain", new byte[0]).with("location", "/local/");
  }

  private static Reply page(String title, String body) {
    String page =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%s</title>
        <link rel="stylesheet" href="/local/style.css">
        <main>%s</main>
        </html>
        """
            .formatted(escape(title), body);
    return Reply.html(page).with("content-security-policy", "default-src 'self'");
  }

  static Reply style() {
    String style =
        """
        body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1d2b26; background: #f6f4ee }
        main { max-inline-size: 64rem; margin-inline: auto; padding: 1rem }
        section { background: #fff; border: 1px solid #d9d5c8; border-radius: .5rem; padding: 0 1rem 1rem; margin-block: 1rem }
        h2 { font-size: 1.1rem }
        a { color: #0b6b4f }
        table { inline-size: 100%; border-collapse: collapse }
        th, td { text-align: start; padding: .35rem .5rem; border-block-end: 1px solid #e8e4d9; vertical-align: top }
        ul { padding-inline-start: 1.2rem }
        .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
        button { font: inherit; padding: .35rem .8rem; border: 1px solid #0b6b4f; border-radius: .35rem; background: #fff; color: #0b6b4f; cursor: pointer }
        iframe { inline-size: 100%; block-size: 32rem; border: 0 }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
        li a { overflow-wrap: anywhere }
        """;
    return Reply.of(200, "text/css; charset=utf-8", style.getBytes(UTF_8));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
