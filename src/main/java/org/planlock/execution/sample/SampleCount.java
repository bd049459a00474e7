package org.planlock.execution.sample;

import java.util.List;
import java.util.Map;
import org.planlock.diagnostic.Diagnostic;

/**
 * How many are there, and what is missing: all that may be known of data before the sample is
 * complete.
 *
 * @param enrolled participants in the table of participants
 * @param tables in the plan's order, that of the participants first
 * @param tooFew what says that they are too few, before anybody leaves the sample
 */
public record SampleCount(int enrolled, List<TableCount> tables, List<Diagnostic> tooFew) {
  public SampleCount {
    tables = List.copyOf(tables);
    tooFew = List.copyOf(tooFew);
  }

  /**
   * The counts of one table.
   *
   * @param path as the plan writes it
   * @param participants different names in the first key column; 0 where there is none
   * @param missing cells without a value, by column, where there are any
   * @param unseen declared columns that are not there to be read, such as sealed ones
   */
  public record TableCount(
      String path, int rows, int participants, Map<String, Integer> missing, List<String> unseen) {
    public TableCount {
      missing = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(missing));
      unseen = List.copyOf(unseen);
    }
  }
}
