package org.planlock.lock;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Checked;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.TreeText;

/**
 * What a lock states: this plan, with these fixed files, existed in this form (in-toto Statement
 * v1).
 *
 * <p>The predicate has a place for {@code allocationCommit}; a statement without it does not
 * mention it.
 *
 * <p>Equal parts make equal statements. What is written of it is worked out once.
 */
public final class Statement {
  private final PlanNode.Mapping plan;
  private final List<FixedInput> files;
  private final List<LockedTable> tables;
  private final Provenance provenance;
  private final Optional<Concealment> concealment;
  private final Optional<Supersession> supersession;
  private volatile @Nullable Checked<StatementForm> form;

  /**
   * A statement.
   *
   * @param plan the whole canonical plan
   * @param concealment what makes the lock private; a public one has none and does not mention it
   * @param supersession which lock it takes the place of, if it does
   */
  public Statement(
      PlanNode.Mapping plan,
      List<FixedInput> files,
      List<LockedTable> tables,
      Provenance provenance,
      Optional<Concealment> concealment,
      Optional<Supersession> supersession) {
    this.plan = plan;
    this.files = List.copyOf(files);
    this.tables = List.copyOf(tables);
    this.provenance = provenance;
    this.concealment = concealment;
    this.supersession = supersession;
  }

  /** The statement of a public lock. */
  public Statement(
      PlanNode.Mapping plan,
      List<FixedInput> files,
      List<LockedTable> tables,
      Provenance provenance) {
    this(plan, files, tables, provenance, Optional.empty(), Optional.empty());
  }

  /** The same statement, made private. */
  public Statement concealedBy(Concealment means) {
    return new Statement(plan, files, tables, provenance, Optional.of(means), supersession);
  }

  /** The same statement as that of an amendment. */
  public Statement superseding(Supersession earlier) {
    return new Statement(plan, files, tables, provenance, concealment, Optional.of(earlier));
  }

  /** The whole canonical plan. */
  public PlanNode.Mapping plan() {
    return plan;
  }

  /** The files whose content is part of the plan. */
  public List<FixedInput> files() {
    return files;
  }

  /** What is known of the tables of data. */
  public List<LockedTable> tables() {
    return tables;
  }

  /** Who made the lock, when, and from what. */
  public Provenance provenance() {
    return provenance;
  }

  /** What makes the lock private. */
  public Optional<Concealment> concealment() {
    return concealment;
  }

  /** Which lock it takes the place of. */
  public Optional<Supersession> supersession() {
    return supersession;
  }

  /** The plan's own identifier. */
  public String planId() {
    return TreePaths.get(plan, "plan.id").value().map(TreeText::of).orElse("plan");
  }

  /** The digest of the canonical plan. */
  public PlanDigest planDigest() {
    return form().orThrow().plan();
  }

  /** The exact bytes that are stored, hashed, and later signed and time-stamped. */
  public byte[] bytes() {
    return form().orThrow().bytes();
  }

  /** The digest of the exact bytes. */
  public Sha256 sha256() {
    return form().orThrow().sha256();
  }

  /** How it is written, or every text in its plan that cannot be hashed. */
  Checked<StatementForm> form() {
    var known = form;
    if (known == null) {
      known = StatementForm.of(this);
      form = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Statement statement && parts().equals(statement.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /** The plan's identifier alone: nothing of a private lock is told by accident. */
  @Override
  public String toString() {
    return "statement of plan " + planId();
  }

  private List<Object> parts() {
    return List.of(plan, files, tables, provenance, concealment, supersession);
  }
}
