package org.planlock.intake.table;

import java.util.List;
import org.planlock.source.Span;

/** A table as somebody looks at it who is not going to analyse it: a header and cells of text. */
public interface TableSight {
  /** The column names in file order. */
  List<String> header();

  /** The number of rows below the header. */
  int rows();

  /** The text of a cell; rows and columns count from 0. */
  String cell(int row, int column);

  /** Where the name of a column stands. */
  Span placeOf(int column);
}
