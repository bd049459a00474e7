package org.planlock.syntax.groovy;

import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.ForbiddenCharacters;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.PlanReader;
import org.planlock.syntax.SourceReading;

/**
 * Reads the Groovy notation as a syntax tree and takes what allowed words say. No part of Groovy
 * takes part: what is read is a small part of its grammar, and means in Groovy the same.
 */
public final class GroovyPlanReader implements PlanReader {
  @Override
  public Checked<PlanNode.Mapping> read(SourceFile source) {
    if (source.length() > SourceReading.MOST_BYTES) {
      return Checked.failed(SourceReading.tooLarge(source.name()));
    }
    var findings = new Findings();
    ForbiddenCharacters.report(source, findings);
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    var tokens = Tokens.cut(source, findings).tokens();
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    var script = new ScriptParser(tokens, findings).script();
    if (script.isEmpty() && findings.isSound()) {
      return Checked.failed(empty(source));
    }
    return findings.unlessErrors(walked(script, source, findings, Asked.NOTHING));
  }

  @Override
  public Checked<PlanNode.Mapping> readUnfinished(SourceFile source) {
    if (source.length() > SourceReading.MOST_BYTES) {
      return read(source);
    }
    var findings = new Findings();
    return Checked.of(tree(source, findings, Asked.NOTHING), findings.inOrder());
  }

  /** What can be read of a text, whatever is wrong in it. */
  static PlanNode.Mapping tree(SourceFile source, Findings findings, Asked asked) {
    var tokens = Tokens.cutUnfinished(source, findings).tokens();
    var script = new ScriptParser(tokens, findings).script();
    return walked(script, source, findings, asked);
  }

  private static PlanNode.Mapping walked(
      List<Expression.Call> script, SourceFile source, Findings findings, Asked asked) {
    return new Walker(findings, asked).plan(script, new Span(source, 0, source.length()));
  }

  private static Diagnostic empty(SourceFile source) {
    return Diagnostic.at(new Span(source, 0, 0), Rule.NOT_A_PLAN, "the file holds no plan")
        .note(
            "a plan begins with `planlock 1` and `plan('my-study') { … }` and says what is measured, modelled and tested")
        .help("start from `plan new my-study.plan.groovy`, which writes a plan with comments");
  }
}
