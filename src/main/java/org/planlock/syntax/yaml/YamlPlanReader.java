package org.planlock.syntax.yaml;

import org.planlock.diagnostic.Checked;
import org.planlock.source.SourceFile;
import org.planlock.syntax.Findings;
import org.planlock.syntax.ForbiddenCharacters;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.PlanReader;

/**
 * Reads YAML as plain data: mappings, lists and texts, without aliases, tags, merges or guesses
 * about types.
 */
public final class YamlPlanReader implements PlanReader {
  @Override
  public Checked<PlanNode.Mapping> read(SourceFile source) {
    var findings = new Findings();
    ForbiddenCharacters.report(source, findings);
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    var events = new YamlEvents(source, findings).read();
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    var root = new YamlTree(source, findings, events).root();
    return root.isPresent()
        ? Checked.of(root.get(), findings.inOrder())
        : Checked.failed(findings.inOrder());
  }
}
