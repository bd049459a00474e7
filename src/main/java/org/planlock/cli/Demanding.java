package org.planlock.cli;

import java.util.Map;
import java.util.Stack;
import org.planlock.lock.Demands;
import org.planlock.lock.proof.Asked;
import org.planlock.lock.time.TimeLevel;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How much must be proven for a verification to end with 0. */
final class Demanding {
  @Option(names = "--require-files", description = "exit with 4 if a table is not here")
  private boolean files;

  @Option(
      names = "--require-time",
      paramLabel = "[T2|T3]",
      preprocessor = UsualLevel.class,
      description = "exit with 4 if nobody else attests the time (T2), or not two do (T3)")
  private TimeLevel time = TimeLevel.T0;

  @Option(
      names = "--require-signature",
      paramLabel = "[N]",
      preprocessor = UsualCount.class,
      description = "exit with 4 if fewer than N (1) people whom you accept have signed")
  private int signatures;

  @Option(
      names = "--require-order",
      description =
          "exit with 4 if it is not proven that the plan was locked before the outcome was known")
  private boolean isOrderWanted;

  Demands demands() {
    return new Demands(files);
  }

  Asked asked() {
    return new Asked(time, signatures, isOrderWanted);
  }

  /** The level may be left out, also in front of the name of a lock. */
  static final class UsualLevel implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      return usual(arguments, "(?i)t\\d", "T2");
    }
  }

  /** The number may be left out, also in front of the name of a lock. */
  static final class UsualCount implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      return usual(arguments, "-?\\d+", "1");
    }
  }

  private static boolean usual(Stack<String> arguments, String form, String value) {
    if (arguments.isEmpty() || !arguments.peek().matches(form)) {
      arguments.push(value);
    }
    return false;
  }
}
