package twiza.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one statement of a function's policies allows it to do with tables.
 *
 * @param actions such as {@code dynamodb:GetItem}
 * @param resources the ARNs of tables and of their indexes
 * @param leadingKeys which partition keys it is allowed for; whichever, where it names none
 */
record Grant(Set<String> actions, Set<String> resources, List<Pattern> leadingKeys) {

  private static final String EACH_LIKE = "ForAllValues:StringLike";

  /**
   * @param policies of a function, resolved
   * @throws IllegalArgumentException for a statement that can't be read here
   */
  static List<Grant> in(Object policies) {
    return Tree.list(policies).stream()
        .flatMap(policy -> Tree.list(Tree.map(policy).get("Statement")).stream())
        .map(Tree::map)
        .filter(it -> texts(it.get("Action")).anyMatch(action -> action.startsWith("dynamodb:")))
        .map(Grant::of)
        .toList();
  }

  private static Grant of(Map<String, Object> statement) {
    Map<String, Object> conditions = Tree.map(statement.get("Condition"));
    if (!"Allow".equals(statement.get("Effect"))
        || !Set.of(EACH_LIKE).containsAll(conditions.keySet())) {
      throw new IllegalArgumentException("cannot read the statement " + statement.get("Sid"));
    }
    return new Grant(
        texts(statement.get("Action")).collect(Collectors.toSet()),
        texts(statement.get("Resource")).collect(Collectors.toSet()),
        texts(Tree.map(conditions.get(EACH_LIKE)).get("dynamodb:LeadingKeys"))
            .map(Grant::pattern)
            .toList());
  }

  private static Stream<String> texts(Object oneOrMore) {
    return oneOrMore instanceof List<?> list
        ? list.stream().map(Tree::text)
        : Stream.ofNullable(Tree.text(oneOrMore));
  }

  private static Pattern pattern(String like) {
    return Pattern.compile(
        Stream.of(like.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }

  /**
   * @param keys all that one request names for the action: IAM's condition is on each of them, so
   *     that one statement has to allow them all
   */
  boolean allows(String action, String resource, Set<String> keys) {
    return actions.contains(action)
        && resources.contains(resource)
        && (leadingKeys.isEmpty() || keys.stream().allMatch(this::names));
  }

  private boolean names(String key) {
    return leadingKeys.stream().anyMatch(it -> it.matcher(key).matches());
  }
}
