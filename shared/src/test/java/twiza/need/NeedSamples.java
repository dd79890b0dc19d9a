package twiza.need;

import static twiza.idea.Samples.BENI_MELLAL;
import static twiza.idea.Samples.MODERATOR;
import static twiza.idea.Samples.MONDAY;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import twiza.place.Language;

/** Needs that tests tell their stories with. */
public final class NeedSamples {

  private NeedSamples() {}

  /** Drinking water for the herds of a commune. */
  public static Need.Said water() {
    return new Need.Said(
        BENI_MELLAL,
        "El Ksiba",
        "AGRICULTURE",
        Map.of(
            Language.FR,
            new Need.Words("Eau pour les troupeaux", "Les sources tarissent en août."),
            Language.AR,
            new Need.Words("الماء للقطعان", "")));
  }

  /**
   * @param number tells it from other needs; each is published an hour after the one before
   */
  public static Need.Edit published(int number, Need.Said said) {
    return Need.publish(id(number), "05", said, by(number));
  }

  public static String id(int number) {
    return String.format(Locale.ROOT, "01JTWZNEED%016d", number);
  }

  public static Need.Change by(int hours) {
    return new Need.Change(MODERATOR, MONDAY.plus(Duration.ofHours(hours)));
  }

  /** Keeps it and gives it as it is then. */
  public static Need kept(Needs needs, Need.Edit edit) {
    if (!needs.save(edit)) {
      throw new IllegalStateException("somebody else changed it");
    }
    return edit.after();
  }
}
