package twiza.search.store;

import java.util.Optional;

/** Where the index lies between whoever builds it and those who search: objects by name. */
public interface IndexStore {

  /** The object; empty when there is none. */
  Optional<byte[]> read(String name);

  /** Keeps an object, in the place of the one with its name; seen whole or not at all. */
  void write(String name, byte[] content);

  /** Deletes an object, if there is one. */
  void delete(String name);
}
