package twiza.bench.jury;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most that is on the heap at once, garbage included, from a collection on. */
final class Heap {

  private static final double MILLION = 1e6;

  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(it -> it.getType() == MemoryType.HEAP)
          .toList();

  private Heap() {}

  static Heap collected() {
    Heap heap = new Heap();
    System.gc();
    heap.pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    return heap;
  }

  /** In megabytes. */
  double peak() {
    return pools.stream().mapToLong(it -> it.getPeakUsage().getUsed()).sum() / MILLION;
  }
}
