package org.planlock.syntax.dsl;

import java.util.Optional;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.PlanNode;

/**
 * {@code below 8 per group in analysis_set counted_by custodian}; the other notations may say it in
 * one phrase, which becomes its parts here.
 */
record Abort() implements Form {
  private static final String BELOW = "below";
  private static final ShapeForm PARTS =
      ShapeForm.of(
          Shape.of()
              .with(Clause.of(BELOW, new SmallestGroups()), Clause.of("counted_by", Forms.WORD)));

  @Override
  public PlanNode read(Passage passage) {
    return PARTS.read(passage);
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    return value instanceof PlanNode.Scalar phrase
        ? parts(phrase).flatMap(parts -> PARTS.write(parts, page))
        : PARTS.write(value, page);
  }

  @Override
  public boolean mayBeEmpty() {
    return PARTS.mayBeEmpty();
  }

  /** Whether a phrase says what the parts say. */
  static boolean isSame(PlanNode said, PlanNode back) {
    return said instanceof PlanNode.Scalar phrase
        && back instanceof PlanNode.Mapping
        && parts(phrase).filter(back::sameAs).isPresent();
  }

  private static Optional<PlanNode> parts(PlanNode.Scalar phrase) {
    var text = phrase.text().strip();
    var whole = text.startsWith(BELOW) ? text : BELOW + " " + text;
    var findings = new Findings();
    return Script.of(SourceFile.of("", whole), findings)
        .map(script -> PARTS.read(new Passage(script, script.parts(), Span.none(""))))
        .filter(parts -> findings.isSound());
  }
}
