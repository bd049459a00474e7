package org.planlock.lock.commitment;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Json;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.source.Span;

/**
 * Proves, offline, that revealed fields are those that a commitment or a lock holds, and that a
 * lock is the one that was committed to.
 *
 * <p>All checks are made even after one has failed; findings without an error mean that it holds.
 */
public final class FieldVerifier {
  private static final int TOLD_ONE_BY_ONE = 5;

  private final Sha256 statementSha256;
  private final TreeHead head;
  private final List<Diagnostic> left;

  private FieldVerifier(Sha256 statementSha256, TreeHead head, List<Diagnostic> left) {
    this.statementSha256 = statementSha256;
    this.head = head;
    this.left = left;
  }

  /** A verifier that has only what was published, and says what that leaves open. */
  public static FieldVerifier against(Commitment commitment) {
    return new FieldVerifier(
        commitment.statementSha256(), commitment.fields(), List.of(leftOpen(commitment)));
  }

  /** A verifier that has the whole lock; none if the lock has no fields to reveal. */
  public static Checked<FieldVerifier> against(PlanLock lock) {
    return LockedFields.of(lock)
        .map(fields -> new FieldVerifier(fields.statementSha256(), fields.head(), List.of()));
  }

  /** What is wrong with revealed fields, and what they leave open. */
  public List<Diagnostic> verify(FieldProof proof) {
    var found = new ArrayList<Diagnostic>();
    found.addAll(samePlan("the proof", proof.statementSha256(), proof.head()));
    // a wrong root is told once, and then only what does not even fit the proof's own
    var own = found.isEmpty() ? head : proof.head();
    found.addAll(notProven(proof.fields().stream().filter(f -> !f.holds(own)).toList()));
    proof
        .absent()
        .ifPresent(
            path -> found.addAll(new Gap(proof.fields(), proof.head().size()).findings(path)));
    return found.isEmpty() ? left : List.copyOf(found);
  }

  /** What is wrong when this whole lock is shown as the one behind a commitment. */
  public static List<Diagnostic> opening(Commitment commitment, PlanLock lock) {
    var fields = LockedFields.of(lock);
    var found = new ArrayList<>(fields.diagnostics());
    var committed = against(commitment);
    fields
        .value()
        .ifPresentOrElse(
            f -> found.addAll(committed.samePlan("the lock", f.statementSha256(), f.head())),
            () -> found.addAll(committed.sameStatement("the lock", lock.sha256())));
    return List.copyOf(found);
  }

  private List<Diagnostic> samePlan(String what, Sha256 statement, TreeHead shown) {
    var found = new ArrayList<>(sameStatement(what, statement));
    if (!shown.equals(head)) {
      found.add(
          Diagnostic.at(
                  Span.none("fields"),
                  Rule.FIELDS_ROOT_MISMATCH,
                  what + " has another root over the fields than was committed to")
              .note("committed: " + words(head) + "; shown: " + words(shown)));
    }
    return found;
  }

  private List<Diagnostic> sameStatement(String what, Sha256 statement) {
    return statement.equals(statementSha256)
        ? List.of()
        : List.of(
            Diagnostic.at(
                    Span.none("fields"),
                    Rule.COMMITMENT_OF_OTHER_LOCK,
                    what + " is not that of the lock that was committed to")
                .note("committed: " + statementSha256 + "; shown: " + statement));
  }

  private static String words(TreeHead head) {
    return head.size() + " fields under " + head.root();
  }

  /** One finding a field, and one for all beyond the first few. */
  private static List<Diagnostic> notProven(List<ProvenField> fields) {
    var found = new ArrayList<Diagnostic>();
    fields.stream()
        .limit(TOLD_ONE_BY_ONE)
        .forEach(proven -> found.add(notProven("`" + proven.field().path() + "`")));
    if (fields.size() > TOLD_ONE_BY_ONE) {
      found.add(notProven((fields.size() - TOLD_ONE_BY_ONE) + " more fields"));
    }
    return found;
  }

  private static Diagnostic notProven(String what) {
    return Diagnostic.at(
            Span.none("fields"),
            Rule.FIELD_NOT_PROVEN,
            what + " cannot be shown to be what was committed to")
        .note("the value, its path, its place, its salt or its proof was changed");
  }

  private static Diagnostic leftOpen(Commitment commitment) {
    var finding =
        Diagnostic.at(
                Span.none("commitment"), Rule.PLAN_NOT_OPENED, "the plan itself has not been shown")
            .note(
                "that no second value was committed to under the same path, and that nothing was"
                    + " left out of a group, shows only when the whole lock is opened");
    return finding.note(
        commitment.time().stream().anyMatch(FieldVerifier::isOverCommitment)
            ? "the time stamp over the commitment was not judged here, so nothing says yet since when it stands"
            : "no time stamp is over the commitment, so nothing says since when it stands");
  }

  private static boolean isOverCommitment(Json.Fields evidence) {
    return new Json.Text(Commitment.OVER).equals(evidence.members().get("over"));
  }
}
