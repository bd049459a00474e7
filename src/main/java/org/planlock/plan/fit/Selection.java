package org.planlock.plan.fit;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Words;

/**
 * Which cell of the grid is chosen: the smallest loss, or the sparsest within one standard error of
 * it.
 */
public record Selection(
    Optional<Jointly> minimum,
    Optional<Jointly> oneStandardError,
    List<String> over,
    Declared<Words> folds) {
  /** Over all tuning values at once, or one after the other. */
  public enum Jointly {
    JOINTLY,
    IN_TURN
  }
}
