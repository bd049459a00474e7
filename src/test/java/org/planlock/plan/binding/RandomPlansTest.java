package org.planlock.plan.binding;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.notation.PlanNotation;

class RandomPlansTest {
  @Test
  void explore() throws Exception {
    var seen = new KeysSeen();
    int n = Integer.getInteger("n", 300);
    var faults = new TreeMap<String, Integer>();
    var shown = new TreeMap<String, String>();
    for (int seed = 0; seed < n; seed++) {
      var tree = RandomPlans.tree(seed, seen);
      var bound = PlanBinder.bind(tree);
      if (!bound.isSound()) {
        for (var d : bound.diagnostics()) {
          var key = "BIND " + d.message().replaceAll("`[^`]*`", "`..`").replace("\n"," ");
          faults.merge(key, 1, Integer::sum);
          shown.putIfAbsent(key, seed + " " + d.message());
        }
        continue;
      }
      for (var notation : PlanNotation.values()) {
        var text = notation.writer().write(tree);
        if (!text.isSound()) {
          for (var d : text.diagnostics()) {
            var key = "WRITE " + notation + " " + d.message();
            faults.merge(key, 1, Integer::sum);
            shown.putIfAbsent(key, seed + " " + d.message());
          }
          continue;
        }
        var back = notation.reader().read(SourceFile.of("back" + notation.ending(), text.orThrow()));
        if (!back.isSound()) {
          var key = "READ " + notation + back.diagnostics().get(0).message();
          faults.merge(key, 1, Integer::sum);
          shown.putIfAbsent(key, seed + " " + back.diagnostics().get(0));
          continue;
        }
        var again = PlanBinder.bind(back.orThrow());
        if (!again.isSound() || !again.orThrow().plan().equals(bound.orThrow().plan())) {
          var key = "MEANS " + notation;
          faults.merge(key, 1, Integer::sum);
          shown.putIfAbsent(key, seed + " " + again.diagnostics());
        }
      }
    }
    faults.forEach((k, v) -> System.out.println(v + " " + k + "\n      " + shown.get(k)));
    System.out.println(seen.rarerThan(1));
  }
}
