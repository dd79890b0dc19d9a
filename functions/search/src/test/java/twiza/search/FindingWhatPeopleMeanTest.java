package twiza.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import twiza.idea.Publication;
import twiza.search.RelevanceSet.Query;
import twiza.search.index.IdeaSearcher;

/** How often the right idea is found, on a set that was written for it. */
class FindingWhatPeopleMeanTest {

  private final List<Publication> ideas = RelevanceSet.ideas();
  private final IdeaSearcher searcher = RelevanceSet.searcher(ideas);

  private static double share(int part, int all) {
    return (double) part / all;
  }

  @Test
  void theSetIsLargeEnoughAndInEveryLanguageOfTheSite() {
    List<Query> queries = RelevanceSet.queries();
    List<String> ids = ideas.stream().map(Publication::id).toList();
    assertThat(queries).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    assertThat(queries).allSatisfy(query -> assertThat(ids).containsAll(query.answers()));
    assertThat(queries.stream().map(Query::language)).contains("fr", "ar", "en", "zgh");
  }

  @Test
  void nineOfTenQueriesFindAnAnswerAmongTheFirstThree() {
    List<Query> queries = RelevanceSet.queries();
    List<Query> missed = RelevanceSet.missed(queries, RelevanceSet.byIndex(searcher));
    assertThat(share(queries.size() - missed.size(), queries.size()))
        .as("missed: %s", missed)
        .isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void plainSubstringMatchingFindsFarLessInEachLanguage() {
    Map<String, List<Query>> byLanguage =
        RelevanceSet.queries().stream().collect(Collectors.groupingBy(Query::language));
    byLanguage.forEach(
        (language, queries) -> {
          int index = RelevanceSet.missed(queries, RelevanceSet.byIndex(searcher)).size();
          int substring = RelevanceSet.missed(queries, RelevanceSet.bySubstring(ideas)).size();
          assertThat(index).as(language).isLessThanOrEqualTo(substring);
          if (language.equals("fr") || language.equals("ar")) {
            assertThat(share(queries.size() - index, queries.size()))
                .as(language)
                .isGreaterThan(share(queries.size() - substring, queries.size()) + 0.25);
          }
        });
  }

  @Test
  void mostOfWhatIsShownIsToldAgainAndNearlyAllThatIsToldAgainIsShown() {
    RelevanceSet.Likenesses likenesses = RelevanceSet.likenesses(searcher);
    assertThat(likenesses.precision()).as("%s", likenesses.wrong()).isGreaterThanOrEqualTo(0.85);
    assertThat(likenesses.recall()).as("%s", likenesses.missed()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void whatIsToldAgainInTheOtherLanguageIsNoticedAsWell() {
    RelevanceSet.Likenesses mixed = RelevanceSet.likenesses(searcher).of("mixed");
    assertThat(mixed.recall()).as("%s", mixed.missed()).isGreaterThanOrEqualTo(0.8);
  }
}
