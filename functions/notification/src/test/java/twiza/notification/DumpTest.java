package twiza.notification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import twiza.idea.*;
import twiza.place.Language;

class DumpTest {
  @Test
  void dump() throws Exception {
    Files.createDirectories(Path.of("/tmp/mails"));
    for (Language l : new Language[] {Language.FR, Language.AR}) {
      try (PostOffice office = new PostOffice()) {
        office.employ("05 " + PostOffice.MODERATOR + " " + l.tag());
        Journey j = Journey.begins(office.ideas, Samples.anIdea().by(AnAuthorIsToldTest.author(l)));
        dump(office, l);
        j.confirmed();
        dump(office, l);
        j.decided(Choice.REQUEST_CHANGES, "Précisez qui gère le séchoir, et comment.\nMerci !");
        dump(office, l);
        j.corrected(Samples.titled("مجفف شمسي للزعتر وآخر للأوريغانو"));
        dump(office, l);
        j.approved();
        dump(office, l);
        Journey.begins(office.ideas, Samples.anIdea().by(Samples.moha()).flagged(Flag.HONEYPOT));
        Journey.begins(office.ideas, Samples.anIdea().by(AnAuthorIsToldTest.author(l)));
        office.dispatch().deliver();
        office.clearMailboxes();
        office.wait(Duration.ofDays(1));
        office.digestDue("05");
        office.linksAsked("itto@example.org");
        dump(office, l);
      }
    }
  }

  static int n;

  void dump(PostOffice office, Language l) throws Exception {
    for (Received m : office.mails()) {
      String name = "/tmp/mails/" + l.tag() + "-" + (100 + n++);
      Files.writeString(Path.of(name + ".html"), m.html());
      Files.writeString(Path.of(name + ".txt"), m.subject() + "\n====\n" + m.text());
    }
  }
}
