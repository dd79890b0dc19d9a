package twiza.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.idea.Author;
import twiza.idea.Authors;

/** Authors of many ideas, a hundred a read. */
public final class TableAuthors implements Authors {

  private final Table table;

  public TableAuthors(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public Map<String, Author> of(Collection<String> ideas) {
    Map<String, Author> authors = new HashMap<>();
    table
        .each(ideas.stream().map(Keys::author).toList())
        .forEach(
            item ->
                AuthorItems.read(item)
                    .ifPresent(author -> authors.put(Keys.ideaOf(item.key()), author)));
    return authors;
  }
}
