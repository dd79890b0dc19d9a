package twiza.text;

import java.util.Map;
import java.util.TreeMap;
import twiza.place.Language;

/** A Tamazight of which nineteen sentences in twenty are reviewed; the words are French ones. */
public final class MostlyReviewed {

  private static final int ONE_IN = 20;

  private MostlyReviewed() {}

  public static Messages tamazight() {
    Messages arabic = Messages.in(Language.AR);
    Messages french = Messages.in(Language.FR);
    Map<String, String> standIns = new TreeMap<>();
    arabic.keys().forEach(key -> standIns.put(key, arabic.text(key)));
    Map<String, String> own = new TreeMap<>();
    int place = 0;
    for (String sentence : arabic.sentences()) {
      String key = french.counts(sentence) ? sentence + ".other" : sentence;
      if (++place % ONE_IN != 0) {
        own.put(key, french.text(key));
      }
    }
    return new Messages(Language.ZGH, own, standIns);
  }
}
