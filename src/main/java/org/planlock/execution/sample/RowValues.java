package org.planlock.execution.sample;

import java.util.List;
import java.util.Optional;

/** What names mean in an expression about a participant. */
public interface RowValues {
  /** The column or variable of a name; empty for a word that names none. */
  Optional<Column> column(String name);

  /** What the residualisation has left of a column. */
  Optional<Column> residual(String name);

  /** The unit of a column or variable; empty where none is declared. */
  String unit(String name);

  /** The columns of a set; a name that is no set stands for itself. */
  List<String> members(String name);
}
