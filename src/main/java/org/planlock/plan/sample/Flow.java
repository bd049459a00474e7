package org.planlock.plan.sample;

import java.util.List;
import org.planlock.plan.value.AsSet;

/** The counts of who left, by rule and by the levels of a column. */
public record Flow(String by, @AsSet List<Counting> counts) {
  /** Each rule after those before it, or each rule alone. */
  public enum Counting {
    SEQUENTIAL,
    ALONE
  }
}
