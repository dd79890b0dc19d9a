package twiza.jury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.idea.Contact;
import twiza.jury.Conflicts.Entered;
import twiza.jury.Conflicts.Reader;
import twiza.place.Language;

class ConflictsTest {

  private static final Contact PHONE = new Contact.Phone("+212612345678");

  private final Conflicts conflicts = new Conflicts(MailDomains.load());

  @Test
  void nobody_judges_their_own_idea() {
    assertThat(conflicts.between(juror("Amal@gmail.com"), idea("amal@gmail.com", "")))
        .contains(Conflict.OWN_IDEA);
  }

  @Test
  void nobody_judges_a_colleague() {
    assertThat(conflicts.between(juror("amal@odco.gov.ma"), idea("said@ODCO.gov.ma", "")))
        .contains(Conflict.SAME_ORGANISATION);
    assertThat(
            conflicts.between(
                reader("amal@gmail.com", "  Coopérative\tTAGMAT ", Map.of()),
                idea("said@yahoo.fr", "Coope\u0301rative Tagmat")))
        .contains(Conflict.SAME_ORGANISATION);
  }

  @Test
  void a_mail_domain_of_everybody_makes_nobody_a_colleague() {
    assertThat(conflicts.between(juror("amal@gmail.com"), idea("said@gmail.com", ""))).isEmpty();
    assertThat(conflicts.between(juror("amal@menara.ma"), idea("said@menara.ma", ""))).isEmpty();
  }

  @Test
  void a_part_of_a_domain_is_another_domain() {
    assertThat(conflicts.between(juror("amal@a.gov.ma"), idea("said@b.gov.ma", ""))).isEmpty();
  }

  @Test
  void who_names_no_organisation_shares_none() {
    assertThat(conflicts.between(juror("amal@a.ma"), idea("said@b.ma", " "))).isEmpty();
  }

  @Test
  void what_a_juror_declares_counts_for_that_idea() {
    Reader juror = reader("amal@a.ma", "", Map.of("I", Conflict.PERSONAL, "J", Conflict.DECLARED));
    assertThat(conflicts.between(juror, idea("said@b.ma", ""))).contains(Conflict.PERSONAL);
    assertThat(conflicts.between(juror, new Entered("K", Language.FR, Optional.of(PHONE), "")))
        .isEmpty();
  }

  @Test
  void an_idea_in_a_language_the_juror_does_not_read_is_one() {
    Entered arabic = new Entered("I", Language.AR, Optional.of(PHONE), "");
    assertThat(conflicts.between(juror("amal@a.ma"), arabic)).contains(Conflict.LANGUAGE);
  }

  @Test
  void whose_idea_nobody_knows_any_more_is_a_conflict_for_nobody() {
    Entered erased = new Entered("I", Language.FR, Optional.empty(), "");
    assertThat(conflicts.between(juror("amal@a.ma"), erased)).isEmpty();
  }

  private static Reader juror(String email) {
    return reader(email, "", Map.of());
  }

  private static Reader reader(String email, String organisation, Map<String, Conflict> declared) {
    return new Reader(
        Contact.Email.parse(email), organisation, Set.of(Language.FR, Language.EN), declared);
  }

  private static Entered idea(String email, String organisation) {
    Optional<Contact> contact = Contact.Email.parse(email).map(Contact.class::cast);
    return new Entered("I", Language.FR, contact, organisation);
  }
}
