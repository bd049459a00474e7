package org.planlock;

import org.planlock.diagnostic.Checked;
import org.planlock.lock.ReadBytes;
import org.planlock.lock.Sha256;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.SourceReading;
import org.planlock.syntax.notation.PlanNotation;

/**
 * A plan as it was read.
 *
 * @param bytes the file as it lay there
 * @param written the tree before anything is filled in or spelt out
 */
public record PlanFile(
    SourceFile source,
    PlanNotation notation,
    ReadBytes bytes,
    PlanNode.Mapping written,
    BoundPlan bound) {

  /** The plan in the bytes of a file, whose name says the notation. */
  static Checked<PlanFile> parse(String name, byte[] bytes) {
    return PlanNotation.of(name)
        .then(notation -> SourceReading.of(name, bytes).then(text -> read(notation, text, bytes)));
  }

  private static Checked<PlanFile> read(PlanNotation notation, SourceFile source, byte[] bytes) {
    return notation
        .reader()
        .read(source)
        .then(
            tree ->
                PlanBinder.bind(tree)
                    .map(
                        bound -> new PlanFile(source, notation, ReadBytes.of(bytes), tree, bound)));
  }

  /** The SHA-256 of the file's bytes. */
  public Sha256 sha256() {
    return bytes.sha256();
  }

  /** The plan's own identifier. */
  public String id() {
    return bound.plan().registration().id();
  }
}
