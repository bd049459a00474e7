package org.planlock.lock.commitment;

import static org.planlock.lock.Locks.list;
import static org.planlock.lock.Locks.map;

import java.util.List;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Locks;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Salt;
import org.planlock.lock.Statement;
import org.planlock.syntax.PlanNode;

/** A small private plan, its lock and what is made of them. */
final class PrivateStudy {
  /** The bytes 0 to 31. */
  static final Salt SALT =
      new Salt("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  static final Salt OTHER_SALT = new Salt("f".repeat(64));

  static final PlanNode.Mapping PLAN =
      map(
          "planlock", "1",
          "plan", map("id", "small", "title", "Größe of a 漢字 🧠"),
          "models",
              list(
                  map("name", "m1", "penalty", map("l1_ratio", list("0.1", "1"), "alpha", "0.05")),
                  map("name", "m1-b", "penalty", map("l1_ratio", list("1"))),
                  map("name", "größe", "terms", list("age", "d_vmPFC")),
                  map("name", "two words", "terms", list(list("a", "b"), map("x", "1")))));

  static final PlanLock LOCK = lock(PLAN, SALT);
  static final LockedFields FIELDS = LockedFields.of(LOCK).orThrow();
  static final Commitment COMMITMENT = Commitment.of(FIELDS);

  private PrivateStudy() {}

  static PlanLock lock(PlanNode.Mapping plan, Salt salt) {
    var statement = Locks.statement(List.of(), List.of());
    var other = new Statement(plan, statement.files(), statement.tables(), statement.provenance());
    return new PlanLock(LockedFields.conceal(other, salt).orThrow());
  }

  static FieldProof revealed(String... paths) {
    return FIELDS.reveal(Set.of(paths)).orThrow();
  }

  static List<Rule> errors(List<Diagnostic> found) {
    return found.stream().filter(Diagnostic::isError).map(Diagnostic::rule).toList();
  }

  static List<Rule> errors(FieldProof proof) {
    return errors(FieldVerifier.against(COMMITMENT).verify(proof));
  }
}
