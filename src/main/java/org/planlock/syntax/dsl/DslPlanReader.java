package org.planlock.syntax.dsl;

import java.util.Optional;
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

/** Reads the {@code .plan} notation. */
public final class DslPlanReader implements PlanReader {
  @Override
  public Checked<PlanNode.Mapping> read(SourceFile source) {
    var findings = new Findings();
    if (source.length() > SourceReading.MOST_BYTES) {
      return Checked.failed(SourceReading.tooLarge(source.name()));
    }
    ForbiddenCharacters.report(source, findings);
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    var script = Script.of(source, findings);
    if (script.isEmpty()) {
      return Checked.failed(findings.inOrder());
    }
    if (script.get().parts().isEmpty()) {
      return Checked.failed(empty(source));
    }
    var whole = new Span(source, 0, source.length());
    var entries = new Entries();
    PlanWords.PLAN.read(new Passage(script.get(), script.get().parts(), whole), entries);
    return Checked.of(entries.mapping(whole), findings.inOrder());
  }

  @Override
  public Checked<PlanNode.Mapping> readUnfinished(SourceFile source) {
    var findings = new Findings();
    return source.length() > SourceReading.MOST_BYTES
        ? read(source)
        : tree(source, findings, Asked.NOTHING)
            .map(tree -> Checked.of(tree, findings.inOrder()))
            .orElseGet(() -> read(source));
  }

  /** What can be read of a text, whatever is wrong in it. */
  static Optional<PlanNode.Mapping> tree(SourceFile source, Findings findings, Asked asked) {
    var whole = new Span(source, 0, source.length());
    return Script.of(source, findings, asked)
        .map(
            script -> {
              var entries = new Entries();
              PlanWords.PLAN.read(new Passage(script, script.parts(), whole), entries);
              return entries.mapping(whole);
            });
  }

  private static Diagnostic empty(SourceFile source) {
    return Diagnostic.at(new Span(source, 0, 0), Rule.NOT_A_PLAN, "the file holds no plan")
        .note(
            "a plan begins with `plan \"my-study\" language 1 { … }` and says what is measured, modelled and tested")
        .help("start from `plan new`, which writes a plan with comments");
  }
}
