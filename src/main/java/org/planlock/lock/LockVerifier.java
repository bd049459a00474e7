package org.planlock.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Proves that a lock, its plan and its files are what was locked.
 *
 * <p>All checks are made even after one has failed: the lock file and its statement; the plan
 * beside it; each fixed input; each table. What others attest of it is {@code lock.proof}'s part.
 */
public final class LockVerifier {
  private final FileChecks files;
  private final int semantics;

  /**
   * A verifier.
   *
   * @param folder where the paths of the plan start
   * @param semantics the newest rules of execution that this version knows
   */
  public LockVerifier(StudyFolder folder, Demands demands, int semantics) {
    this(new StudyFolders(List.of(folder)), demands, semantics);
  }

  /** A verifier of files that may lie in several folders. */
  public LockVerifier(StudyFolders folders, Demands demands, int semantics) {
    this.files = new FileChecks(folders, demands);
    this.semantics = semantics;
  }

  /**
   * Makes every check.
   *
   * @param lock as read by {@link LockFile}
   * @param plan the canonical tree of the plan beside the lock, if there is one to compare
   */
  public Verification verify(Checked<PlanLock> lock, Optional<Checked<PlanNode.Mapping>> plan) {
    var rows = new ArrayList<Verification.Row>();
    rows.add(lockFile(lock));
    var statement = lock.value().map(PlanLock::statement);
    var differences =
        statement.flatMap(
            s -> plan.flatMap(Checked::value).map(p -> TreeDifference.between(s.plan(), p)));
    statement.ifPresent(s -> rows.addAll(statement(s, plan, differences.orElse(List.of()))));
    return new Verification(rows, differences.orElse(List.of()), "T0");
  }

  /** Whether a table is the file of a digest, where it is here. */
  public Verification.Row table(LockedTable table) {
    return files.table(table);
  }

  private List<Verification.Row> statement(
      Statement statement,
      Optional<Checked<PlanNode.Mapping>> plan,
      List<TreeDifference> differences) {
    var rows = new ArrayList<Verification.Row>();
    rows.add(rules(statement));
    rows.add(plan.map(p -> planRow(statement, p, differences)).orElseGet(() -> noPlan(statement)));
    statement.files().forEach(input -> rows.add(files.fixedInput(input)));
    statement.tables().forEach(table -> rows.add(files.table(table)));
    return rows;
  }

  private static Verification.Row lockFile(Checked<PlanLock> lock) {
    var evidence = lock.value().map(l -> l.sha256().toString()).orElse("");
    var standing = gravest(lock.diagnostics());
    var result =
        switch (standing) {
          case HOLDS -> "ok";
          case CHANGED -> "changed";
          case REFUSED -> "newer";
          default -> "not readable";
        };
    return new Verification.Row("lock file", result, evidence, standing, lock.diagnostics());
  }

  private static Standing gravest(List<Diagnostic> findings) {
    return Standing.gravest(findings.stream().map(LockVerifier::standing).toList());
  }

  private static Standing standing(Diagnostic finding) {
    return switch (finding.rule()) {
      case STATEMENT_CHANGED, SUBJECT_MISMATCH -> Standing.CHANGED;
      case LOCK_TOO_NEW -> Standing.REFUSED;
      case FILE_MISSING, UNREADABLE_FILE -> Standing.ENVIRONMENT;
      default -> Standing.UNREADABLE;
    };
  }

  private Verification.Row rules(Statement statement) {
    int locked = statement.provenance().semantics();
    var evidence = "semantics " + locked + ", canonicalisation " + CanonicalJson.VERSION;
    if (locked <= semantics) {
      return row("rules of execution", "ok", evidence, Standing.HOLDS);
    }
    var finding =
        Diagnostic.at(
            Span.none("lock"),
            Rule.LOCK_TOO_NEW,
            "the plan was locked under rules of execution "
                + locked
                + ", this version knows "
                + semantics);
    return new Verification.Row(
        "rules of execution", "newer", evidence, Standing.REFUSED, List.of(finding));
  }

  private static Verification.Row planRow(
      Statement statement, Checked<PlanNode.Mapping> plan, List<TreeDifference> differences) {
    var digest = plan.then(PlanDigest::of);
    if (!digest.isSound()) {
      return new Verification.Row(
          "plan", "not readable", "", gravest(digest.diagnostics()), digest.diagnostics());
    }
    var found = digest.orThrow();
    return found.equals(statement.planDigest())
        ? row("plan unchanged", "ok", found.toString(), Standing.HOLDS)
        : new Verification.Row(
            "plan unchanged",
            "changed",
            found.toString(),
            Standing.CHANGED,
            List.of(PlanChange.of(statement, found, differences)));
  }

  private static Verification.Row noPlan(Statement statement) {
    return row(
        "plan unchanged", "no plan to compare", statement.planDigest().toString(), Standing.HOLDS);
  }

  private static Verification.Row row(
      String check, String result, String evidence, Standing standing) {
    return new Verification.Row(check, result, evidence, standing, List.of());
  }
}
