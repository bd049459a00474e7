package org.planlock.plan.contract;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Technical;

/**
 * One table: its file, its key, how missing values are written, and what a row is.
 *
 * @param complete whether all rows exist when the plan is locked; only then is the file hashed at
 *     lock
 * @param spread for a third key: the columns that its values become
 */
public record TableContract(
    String name,
    @Key("file") String file,
    List<String> key,
    List<String> missing,
    Declared<String> oneRowPer,
    Optional<Separator> separator,
    Optional<String> decimal,
    Optional<String> encoding,
    @Technical("false") boolean complete,
    Optional<String> dictionary,
    List<Spread> spread) {

  /** What stands between cells. */
  public enum Separator {
    TAB,
    COMMA,
    SEMICOLON
  }

  /**
   * A value column that becomes one column per value of the third key, named by a template such as
   * {@code fd_(measure)}.
   */
  public record Spread(String column, String as) {}
}
