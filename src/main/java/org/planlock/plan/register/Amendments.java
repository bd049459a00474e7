package org.planlock.plan.register;

import java.util.List;
import org.planlock.plan.value.AsSet;
import org.planlock.plan.value.Declared;

/** Until when a plan may be amended, who signs, and what a later change is. */
public record Amendments(
    Until until, @AsSet Declared<List<String>> signedBy, Declared<After> afterRelease) {
  /** The event that closes the window. */
  public enum Until {
    NEVER,
    DATA_SEAL,
    RELEASE,
    EXECUTION
  }

  /** What a change after release is. */
  public enum After {
    DEVIATION,
    REFUSED
  }
}
