package twiza.notification;

import java.util.Collection;
import java.util.Set;
import twiza.jury.Work;

/** What has to be done for juries, beside mail. */
interface WorkQueue {

  /**
   * @return those that were not taken
   */
  Set<Work> send(Collection<Work> work);
}
