package org.planlock.data;

import java.util.Optional;

/** A table as read, with what the plan and a data dictionary say about it. */
public record TableInput(TableRule rule, TableFile file, Optional<DataDictionary> dictionary) {
  /** A table without a dictionary. */
  public static TableInput of(TableRule rule, TableFile file) {
    return new TableInput(rule, file, Optional.empty());
  }
}
