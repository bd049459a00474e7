package org.planlock.syntax.groovy;

import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.syntax.Findings;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.PlanWriter;

/** Writes the Groovy notation, and reads it back to be sure that nothing was lost. */
public final class GroovyPlanWriter implements PlanWriter {
  @Override
  public Checked<String> write(PlanNode.Mapping plan) {
    var findings = new Findings();
    var statements = new Statements(findings);
    statements.plan(plan);
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    var text = statements.text();
    var back = new GroovyPlanReader().read(SourceFile.of("", text)).value();
    if (back.filter(read -> read.sameAs(new EmptyLists(plan).spelt())).isEmpty()) {
      findings.add(
          Diagnostic.at(
                  plan.span(), Rule.UNKNOWN_KEY, "this plan cannot be written in a Groovy file")
              .note("read back, it would say something else")
              .help("keep this plan in YAML"));
    }
    return findings.unlessErrors(text);
  }
}
