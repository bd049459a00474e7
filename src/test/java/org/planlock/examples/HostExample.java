package org.planlock.examples;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.planlock.Execution;
import org.planlock.LockedStudy;
import org.planlock.execution.script.Script;

/** A program in Java that carries out a locked analysis itself; the README shows its lines. */
final class HostExample {
  private HostExample() {}

  static Execution analyse(Path lock, Path data, Path out) {
    // begin
    Script script =
        analysis -> {
          analysis.sample(s -> s.exclude(p -> p.number("motion") > 0.9, "excess motion"));
          analysis.prepare();
          analysis.fit("clinical");
          var both = analysis.fit("both");
          System.out.println("dose: " + both.coefficients().byTerm().get("dose"));
          analysis.fit("lasso_only", "both", Map.of("l1Ratio", 1.0));
          analysis.deviate("sample.rules", "the scanner was faulty", "data_exist_blind");
        };
    var study = LockedStudy.open(lock, data).orThrow();
    return study.analyse(out, InstantSource.system(), "Ana", script).orThrow();
    // end
  }
}
