package org.planlock.execution.sample;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.planlock.diagnostic.Checked;
import org.planlock.source.Span;

/** Counts who left by which rule, by the levels of a column. */
final class FlowCount {
  private static final String EVERYBODY = "all";
  private static final String NO_LEVEL = "(missing)";

  private final List<Removal> removals;
  private final int[] leftBy;

  /** The removals, and for each row the one that removed it, or -1. */
  FlowCount(List<Removal> removals, int... leftBy) {
    this.removals = removals;
    this.leftBy = leftBy.clone();
  }

  Checked<FlowTable> by(Optional<String> column, Frame frame, Span asked) {
    if (column.isEmpty()) {
      var everybody = new BitSet();
      everybody.set(0, leftBy.length);
      return Checked.of(table(column, Map.of(EVERYBODY, everybody)));
    }
    return frame.texts(column.get(), asked).map(texts -> table(column, levels(texts)));
  }

  private static Map<String, BitSet> levels(Column column) {
    var groups = new TreeMap<String, BitSet>(RowOrdering.CODE_POINTS);
    var texts = ((Values.Texts) column.always().orElseThrow()).texts();
    for (int row = 0; row < texts.size(); row++) {
      groups.computeIfAbsent(texts.get(row).orElse(NO_LEVEL), l -> new BitSet()).set(row);
    }
    return groups;
  }

  private FlowTable table(Optional<String> by, Map<String, BitSet> groups) {
    return new FlowTable(
        by,
        removals.stream().map(Removal::because).toList(),
        groups.entrySet().stream().map(group -> group(group.getKey(), group.getValue())).toList());
  }

  private FlowTable.Group group(String level, BitSet rows) {
    var sequential = IntStream.range(0, removals.size()).map(r -> leftBy(r, rows)).boxed().toList();
    var alone = removals.stream().map(removal -> both(removal.leaving(), rows)).toList();
    return new FlowTable.Group(level, rows.cardinality(), sequential, alone, leftBy(-1, rows));
  }

  private int leftBy(int removal, BitSet rows) {
    return (int) rows.stream().filter(row -> leftBy[row] == removal).count();
  }

  private static int both(BitSet leaving, BitSet rows) {
    var both = (BitSet) rows.clone();
    both.and(leaving);
    return both.cardinality();
  }
}
