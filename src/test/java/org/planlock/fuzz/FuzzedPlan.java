package org.planlock.fuzz;

import static org.planlock.fuzz.Fuzzed.require;

import java.nio.charset.StandardCharsets;
import org.planlock.Planlock;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.PlanDigest;
import org.planlock.plan.BoundPlan;
import org.planlock.syntax.notation.PlanNotation;

/**
 * What must hold of any bytes that are read as a plan: findings that can be shown; and if there is
 * no error, that what the plan means can be written as it was, and means it in every notation.
 */
public final class FuzzedPlan {
  private FuzzedPlan() {}

  /** Reads, binds, checks, writes and reads again. */
  public static void read(PlanNotation notation, byte[] bytes) {
    var read = Fuzzed.reported(Planlock.parse("fuzzed" + notation.ending(), bytes));
    Fuzzed.reported(Planlock.survey("fuzzed" + notation.ending(), bytes));
    read.value().ifPresent(plan -> Fuzzed.reported(Planlock.check(plan.bound())));
    if (read.isSound()) {
      comesBack(read.orThrow().bound(), notation);
    }
  }

  private static void comesBack(BoundPlan plan, PlanNotation own) {
    var digest = Fuzzed.reported(PlanDigest.of(plan.canonical()));
    for (var notation : PlanNotation.values()) {
      var text = Fuzzed.reported(notation.writer().write(plan.canonical()));
      if (notation == PlanNotation.PLAN && own != PlanNotation.PLAN && !text.isSound()) {
        // the others take names for which this notation has no words, and it says so
        continue;
      }
      require(text.isSound(), "cannot be written as " + notation + words(text.diagnostics()));
      var bytes = text.orThrow().getBytes(StandardCharsets.UTF_8);
      var back = Planlock.parse("back" + notation.ending(), bytes);
      require(back.isSound(), "is not read back as " + notation + words(back.diagnostics()));
      if (digest.isSound()) {
        var other = PlanDigest.of(back.orThrow().bound().canonical());
        require(other.equals(digest), "means something else as " + notation);
      }
    }
  }

  private static String words(Iterable<Diagnostic> found) {
    var words = new StringBuilder();
    found.forEach(finding -> words.append(": ").append(finding.message()));
    return words.toString();
  }
}
