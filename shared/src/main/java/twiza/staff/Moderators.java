package twiza.staff;

import java.util.List;
import java.util.Optional;

/** The moderators, as they are now. */
public interface Moderators {

  List<Moderator> of(String region);

  Optional<Moderator> find(String id);
}
