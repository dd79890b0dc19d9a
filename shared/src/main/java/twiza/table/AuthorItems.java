package twiza.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.idea.Author;
import twiza.idea.Consented;
import twiza.idea.Contact;
import twiza.place.Language;

/**
 * An author as an item. What a form fills in stands in the map {@code person}; credentials and the
 * count of wrong codes stand beside it, since they change without the rest.
 */
final class AuthorItems {

  /** Holds for an author who is there and not erased. */
  static final String THERE = "attribute_exists(person)";

  private AuthorItems() {}

  static Item write(String id, Author author) {
    return Item.at(Keys.author(id))
        .with("person", person(author))
        .withSet("credentials", author.credentials())
        .with("serial", author.confirmation().serial())
        .with("wrongCodes", author.confirmation().wrongCodes());
  }

  /** What stands in the place of an erased author. */
  static Item blank(String id) {
    return Item.at(Keys.author(id)).with("erased", true);
  }

  /** An expression that changes an author, with its values, and leaves credentials alone. */
  record Change(String expression, Map<String, AttributeValue> values) {}

  static Change change(Author before, Author after) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":person", Item.attribute(person(after)));
    int serial = after.confirmation().serial();
    if (serial == before.confirmation().serial()) {
      return new Change("SET person = :person", values);
    }
    values.put(":serial", Item.attribute(serial));
    values.put(":wrongCodes", Item.attribute(after.confirmation().wrongCodes()));
    return new Change("SET person = :person, serial = :serial, wrongCodes = :wrongCodes", values);
  }

  /** Empty for an erased author. */
  static Optional<Author> read(Item item) {
    return item.optionalMap("person").map(person -> read(item, person));
  }

  private static Author read(Item item, Item person) {
    return new Author(
        person.constant("kind", Author.Kind.class),
        person.text("name"),
        contact(person),
        person.constant("language", Language.class),
        person.optionalConstant("gender", Author.Gender.class),
        person.optionalConstant("ageBand", Author.AgeBand.class),
        new Author.Consent(
            person.text("consentVersion"),
            person.constant("consentLanguage", Language.class),
            person.instant("consentAt"),
            person.optionalConstant("consentedOn", Consented.class).orElse(Consented.ONLINE)),
        item.texts("credentials"),
        new Author.Confirmation(item.integer("serial"), item.integer("wrongCodes")),
        person.optionalText("pendingEmail").map(Contact.Email::new));
  }

  private static Contact contact(Item person) {
    return switch (person.constant("contact", Contact.Kind.class)) {
      case EMAIL -> new Contact.Email(person.text("address"));
      case PHONE -> new Contact.Phone(person.text("address"));
    };
  }

  private static Item person(Author author) {
    return new Item()
        .with("kind", author.kind())
        .with("name", author.name())
        .with("contact", author.contact().kind())
        .with("address", author.contact().value())
        .with("language", author.language())
        .with("gender", author.gender())
        .with("ageBand", author.ageBand())
        .with("consentVersion", author.consent().version())
        .with("consentLanguage", author.consent().language())
        .with("consentAt", author.consent().at())
        .with("consentedOn", author.consent().on())
        .with("pendingEmail", author.pendingContact().map(Contact.Email::value));
  }
}
