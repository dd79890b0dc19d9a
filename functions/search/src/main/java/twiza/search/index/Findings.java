package twiza.search.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a question found, as the index was when it was made.
 *
 * @param ids of one page, in their order
 * @param next where the next page begins; empty on the last
 * @param total how many ideas answer, on all pages
 * @param counts by facet and code, the most frequent first: how many ideas would answer if that
 *     code were asked for, the other facets being as they are
 */
public record Findings(
    List<String> ids,
    Optional<Question.Place> next,
    long total,
    Map<Facet, Map<String, Integer>> counts) {}
