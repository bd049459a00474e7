package org.planlock.plan.binding;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.notation.PlanNotation;

class RandomPlansTest {
  static String fault(PlanNode.Mapping tree, boolean canon) {
    var bound = PlanBinder.bind(tree);
    if (!bound.isSound()) {
      return bound.diagnostics().stream().anyMatch(d -> d.message().startsWith("the plan has no")) ? "" : "BIND " + bound.diagnostics().get(0).message();
    }
    if (canon) tree = bound.orThrow().canonical();
    for (var notation : PlanNotation.values()) {
      var text = notation.writer().write(tree);
      if (!text.isSound()) {
        return "WRITE " + notation + " " + text.diagnostics().get(0).message();
      }
      var back = notation.reader().read(SourceFile.of("back" + notation.ending(), text.orThrow()));
      if (!back.isSound()) {
        return "READ " + notation + back.diagnostics().get(0).message();
      }
      var again = PlanBinder.bind(back.orThrow());
      if (!again.isSound() || !again.orThrow().plan().equals(bound.orThrow().plan())) {
        return "MEANS " + notation;
      }
    }
    return "";
  }

  @Test
  void explore() throws Exception {
    var seen = new KeysSeen();
    int n = Integer.getInteger("n", 300);
    var faults = new TreeMap<String, Integer>();
    var shown = new TreeMap<String, String>();
    boolean canon = Boolean.getBoolean("canon");
    for (int seed = 0; seed < n; seed++) {
      var tree = RandomPlans.tree(seed, seen);
      var fault = fault(tree, canon);
      if (!fault.isEmpty()) {
        var key = fault.replaceAll("`[^`]*`", "`..`").startsWith("BIND") ? fault.replaceAll("`[^`]*`", "`..`") : fault;
        if (faults.merge(key, 1, Integer::sum) == 1) {
          var kind = fault.substring(0, 6);
          var small = Smallest.of(tree, t -> fault(t, canon).startsWith(kind));
          shown.put(key, seed + " " + fault(small, canon) + "\n" + PlanNotation.YAML.writer().write(small).value().orElse("").replace("planlock: 1\n","").indent(6));
        }
      }
    }
    faults.forEach((k, v) -> System.out.println(v + " " + k + "\n   " + shown.get(k)));
    System.out.println(seen.rarerThan(1));
  }
}
