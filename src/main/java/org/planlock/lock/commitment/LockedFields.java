package org.planlock.lock.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Concealment;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Salt;
import org.planlock.lock.Sha256;
import org.planlock.lock.Statement;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.source.Span;

/**
 * The fields of a private lock, of which its owner can reveal some and keep the others.
 *
 * <p>What is revealed cannot be taken back, so paths are taken as the plan spells them and never
 * guessed.
 */
public final class LockedFields {
  private static final Span PLACE = Span.none("lock");

  private final Sha256 statementSha256;
  private final PlanFields fields;

  private LockedFields(Sha256 statementSha256, PlanFields fields) {
    this.statementSha256 = statementSha256;
    this.fields = fields;
  }

  /** The same statement, made private with a salt that nobody else may know. */
  public static Checked<Statement> conceal(Statement statement, Salt salt) {
    return PlanFields.of(statement.plan(), salt)
        .map(fields -> statement.concealedBy(new Concealment(salt, fields.head().root())));
  }

  /** The fields of a lock; none if it is public, or states another root than its plan has. */
  public static Checked<LockedFields> of(PlanLock lock) {
    var concealment = lock.statement().concealment();
    if (concealment.isEmpty()) {
      return Checked.failed(
          Diagnostic.at(PLACE, Rule.LOCK_NOT_PRIVATE, "the lock is public")
              .note("a public lock has no salt and no root over the fields of its plan")
              .help("show the lock itself"));
    }
    return PlanFields.of(lock.statement().plan(), concealment.get().salt())
        .then(fields -> agreeing(fields, lock, concealment.get().fieldsRoot()));
  }

  /** The digest of the lock's statement. */
  public Sha256 statementSha256() {
    return statementSha256;
  }

  /** The number of fields and the root over them. */
  public TreeHead head() {
    return fields.head();
  }

  /** Every path that can be revealed: those of fields, and those of groups of fields. */
  public SortedSet<String> paths() {
    return fields.paths();
  }

  /**
   * The proof of the fields at some paths, each the path of a field or of a group, of which all
   * fields are revealed. There must be at least one.
   */
  public Checked<FieldProof> reveal(Set<String> paths) {
    var known = paths();
    var found = new ArrayList<Diagnostic>();
    var indices = new TreeSet<Integer>();
    for (var path : paths) {
      if (known.contains(path)) {
        indices.addAll(within(path));
      } else {
        found.add(unknown(path));
      }
    }
    return found.isEmpty()
        ? Checked.of(proof(Optional.empty(), indices.stream().toList()))
        : Checked.failed(found);
  }

  /**
   * The proof that the plan has nothing at a path and nothing below it. It reveals the one or two
   * fields beside the gap.
   */
  public Checked<FieldProof> revealAbsence(String path) {
    return AbsentPath.check(path, fields)
        .map(
            absent -> {
              int after = fields.floor(absent);
              return proof(
                  Optional.of(absent),
                  Stream.of(after - 1, after).filter(i -> i >= 0 && i < fields.size()).toList());
            });
  }

  private List<Integer> within(String path) {
    return IntStream.range(0, fields.size())
        .filter(i -> PathOrder.isWithin(fields.field(i).path(), path))
        .boxed()
        .toList();
  }

  private FieldProof proof(Optional<String> absent, List<Integer> indices) {
    var proven =
        indices.stream()
            .map(i -> new ProvenField(fields.field(i), i, fields.inclusion(i).path()))
            .toList();
    return new FieldProof(statementSha256, fields.head(), absent, proven);
  }

  private Diagnostic unknown(String path) {
    var finding = Diagnostic.at(PLACE, Rule.UNKNOWN_PATH, "the plan has no `" + path + "`");
    return Nearest.to(path, paths())
        .map(near -> finding.help("did you mean `" + near + "`?"))
        .orElse(finding)
        .note(
            "to reveal some fields does not show that there are no others; that a plan lacks"
                + " something is proven by the fields on both sides of where it would stand, which"
                + " are revealed with it");
  }

  private static Checked<LockedFields> agreeing(PlanFields fields, PlanLock lock, Sha256 stated) {
    var root = fields.head().root();
    return root.equals(stated)
        ? Checked.of(new LockedFields(lock.sha256(), fields))
        : Checked.failed(
            Diagnostic.at(
                    PLACE,
                    Rule.FIELDS_ROOT_MISMATCH,
                    "the lock states another root over the fields than its plan has")
                .note("its plan has " + root + ", it states " + stated)
                .note("fields that were revealed need not be those of the plan that was locked"));
  }
}
