package org.planlock.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.planlock.Planlock;

/**
 * Reads a small plan while the options of a command are read, so that the classes and tables for
 * reading plans are ready when the user's own is due. Nothing is kept of it.
 */
final class HeadStart {
  private static final String PLAN =
      """
      plan "head-start" language 1 { title "A" }
      data { table a from "a.csv" key id  missing "NA"  separator comma  complete yes }
      outcome one = y
      set all = x, z
      penalty elastic_net {
        family gaussian
        objective glmnet
        l1_ratio 0.0 .. 1.0 by 0.5
        lambda 10 values log_spaced from max to 0.01 * max
        penalty_factor 1 for every term
      }
      validate {
        scheme leave_one_out by participant
        loss squared_error  aggregate mean over rows
        select minimum jointly over l1_ratio, lambda
        ties within 1e-12 relative  larger l1_ratio, then larger lambda
      }
      model all { outcome one  terms all }
      """;

  private HeadStart() {}

  /** Begins where a command names a plan in this notation, or a lock, and can have a thread. */
  static void of(String[] arguments) {
    if (Runtime.getRuntime().availableProcessors() > 1
        && Arrays.stream(arguments).anyMatch(HeadStart::isPlanOrLock)) {
      Meanwhile.begin(
          () -> Planlock.parse("head-start.plan", PLAN.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static boolean isPlanOrLock(String argument) {
    return argument.endsWith(".plan") || argument.endsWith(".lock");
  }
}
