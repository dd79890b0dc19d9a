package twiza.search.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import twiza.settings.AwsBucket;

/** The store that a function's environment names. */
public final class Stores {

  private Stores() {}

  /**
   * @param environment {@code TWIZA_SEARCH_INDEX}: the name of a bucket, or the {@code file:}
   *     address of a folder; and what {@link AwsBucket} needs
   */
  public static IndexStore of(Map<String, String> environment) {
    String place = environment.get("TWIZA_SEARCH_INDEX");
    return place.startsWith("file:")
        ? new FolderStore(Path.of(URI.create(place)))
        : new BucketStore(new AwsBucket(place, environment));
  }
}
