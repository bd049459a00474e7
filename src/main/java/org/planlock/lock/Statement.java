package org.planlock.lock;

import java.util.List;
import java.util.Optional;
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
 * @param plan the whole canonical plan
 * @param concealment what makes the lock private; a public one has none and does not mention it
 * @param supersession which lock it takes the place of, if it does
 */
public record Statement(
    PlanNode.Mapping plan,
    List<FixedInput> files,
    List<LockedTable> tables,
    Provenance provenance,
    Optional<Concealment> concealment,
    Optional<Supersession> supersession) {
  public Statement {
    files = List.copyOf(files);
    tables = List.copyOf(tables);
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

  /** The plan's own identifier. */
  public String planId() {
    return TreePaths.get(plan, "plan.id").value().map(TreeText::of).orElse("plan");
  }

  /** The digest of the canonical plan. */
  public PlanDigest planDigest() {
    return PlanDigest.of(plan).orThrow();
  }

  /** The exact bytes that are stored, hashed, and later signed and time-stamped. */
  public byte[] bytes() {
    return JsonWriter.bytes(StatementJson.of(this));
  }

  /** The digest of the exact bytes. */
  public Sha256 sha256() {
    return Sha256.of(bytes());
  }
}
