package twiza.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what is counted, such as {@code decided after PT48H}. */
public final class Notebook implements Gauges {

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void submitted() {
    lines.add("submitted");
  }

  @Override
  public void decided(Duration waited) {
    lines.add("decided after " + waited);
  }

  @Override
  public void mailSent() {
    lines.add("mail sent");
  }

  @Override
  public void mailFailed() {
    lines.add("mail failed");
  }

  @Override
  public void mailBounced() {
    lines.add("mail bounced");
  }

  @Override
  public void swept(Duration late) {
    lines.add("swept " + late + " late");
  }
}
