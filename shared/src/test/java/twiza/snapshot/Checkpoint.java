package twiza.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.crac.CheckpointException;
import org.crac.Context;
import org.crac.Resource;
import org.crac.RestoreException;

/** Stands in for the runtime around a snapshot, and takes and restores it in this process. */
public final class Checkpoint extends Context<Resource> {

  private final List<Resource> resources = new ArrayList<>();

  /** Takes the snapshot of a function that was built. */
  public static Checkpoint of(Primed function) throws CheckpointException {
    Checkpoint checkpoint = new Checkpoint();
    Snapshot.register(function, checkpoint);
    checkpoint.beforeCheckpoint(checkpoint);
    return checkpoint;
  }

  public void restore() throws RestoreException {
    afterRestore(this);
  }

  @Override
  public void register(Resource resource) {
    resources.add(resource);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws CheckpointException {
    for (Resource resource : resources) {
      try {
        resource.beforeCheckpoint(this);
      } catch (Exception e) {
        CheckpointException failure = new CheckpointException();
        failure.addSuppressed(e);
        throw failure;
      }
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) throws RestoreException {
    for (Resource resource : resources) {
      try {
        resource.afterRestore(this);
      } catch (Exception e) {
        RestoreException failure = new RestoreException();
        failure.addSuppressed(e);
        throw failure;
      }
    }
  }
}
