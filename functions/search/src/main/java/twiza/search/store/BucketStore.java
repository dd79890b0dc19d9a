package twiza.search.store;

import java.util.Optional;
import twiza.settings.AwsBucket;

/** A private bucket. */
public final class BucketStore implements IndexStore {

  private final AwsBucket bucket;

  public BucketStore(AwsBucket bucket) {
    this.bucket = bucket;
  }

  @Override
  public Optional<byte[]> read(String name) {
    return bucket.get(name);
  }

  @Override
  public void write(String name, byte[] content) {
    bucket.put(name, content);
  }

  @Override
  public void delete(String name) {
    bucket.delete(name);
  }
}
