package org.planlock;

import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.ReadBytes;
import org.planlock.lock.Sha256;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.SourceReading;
import org.planlock.syntax.notation.PlanNotation;

/** A plan as it was read. Its digests are worked out when they are asked for, once. */
public final class PlanFile {
  private final SourceFile source;
  private final PlanNotation notation;
  private final ReadBytes bytes;
  private final PlanNode.Mapping written;
  private final BoundPlan bound;
  private volatile @Nullable Checked<PlanDigest> digest;

  private PlanFile(
      SourceFile source,
      PlanNotation notation,
      ReadBytes bytes,
      PlanNode.Mapping written,
      BoundPlan bound) {
    this.source = source;
    this.notation = notation;
    this.bytes = bytes;
    this.written = written;
    this.bound = bound;
  }

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

  /** The text. */
  public SourceFile source() {
    return source;
  }

  /** What it is written in. */
  public PlanNotation notation() {
    return notation;
  }

  /** The tree before anything is filled in or spelt out. */
  public PlanNode.Mapping written() {
    return written;
  }

  /** What it means. */
  public BoundPlan bound() {
    return bound;
  }

  /** The SHA-256 of the file's bytes. */
  public Sha256 sha256() {
    return bytes.sha256();
  }

  /** The digest of its canonical form, or every text in it that cannot be hashed. */
  public Checked<PlanDigest> digest() {
    var known = digest;
    if (known == null) {
      known = PlanDigest.of(bound.canonical());
      digest = known;
    }
    return known;
  }

  /** The plan's own identifier. */
  public String id() {
    return bound.plan().registration().id();
  }
}
