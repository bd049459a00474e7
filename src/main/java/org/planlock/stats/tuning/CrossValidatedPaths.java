package org.planlock.stats.tuning;

import java.util.List;
import org.planlock.stats.elasticnet.ElasticNetFit;
import org.planlock.stats.elasticnet.FittedPath;

/**
 * Paths of a whole sample and the errors of their fits on rows not seen.
 *
 * @param paths one per line of the table
 * @param table errors of every line and lambda of the paths
 */
public record CrossValidatedPaths(List<FittedPath> paths, CvTable table) {
  public CrossValidatedPaths {
    paths = List.copyOf(paths);
  }

  /** The cell that a rule takes. */
  public Selected select(SelectionRule rule) {
    return rule.select(table);
  }

  /** The fit of the whole sample at a cell. */
  public ElasticNetFit at(Cell cell) {
    return paths.get(cell.line()).fits().get(cell.index());
  }
}
