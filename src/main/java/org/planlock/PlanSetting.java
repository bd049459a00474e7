package org.planlock;

import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.yaml.YamlPlanReader;

/**
 * A value that whoever executes a plan gives in place of what the plan says.
 *
 * @param path its place in the plan, such as {@code models.m1.penalty.l1_ratio}
 * @param text the value as a YAML plan would write it on one line
 * @param isChoice whether it closes something that the plan leaves open
 */
public record PlanSetting(String path, String text, Optional<String> because, boolean isChoice) {
  private static final String KEY = "value";

  /** The value as a tree. */
  Checked<PlanNode> value() {
    var source = SourceFile.of(isChoice ? "--choose" : "--set", KEY + ": " + text);
    return new YamlPlanReader().read(source).map(tree -> tree.get(KEY).orElseThrow());
  }
}
