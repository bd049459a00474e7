package org.planlock.lock;

import org.planlock.diagnostic.Checked;

/**
 * How a statement is written, worked out once: reading a lock compares it, verifying names it, and
 * an execution writes it into its record.
 */
final class StatementForm {
  private final byte[] bytes;
  private final Sha256 sha256;
  private final PlanDigest plan;

  private StatementForm(byte[] bytes, PlanDigest plan) {
    this.bytes = bytes;
    this.sha256 = Sha256.of(bytes);
    this.plan = plan;
  }

  /** The form of a statement, or every text in its plan that cannot be hashed. */
  static Checked<StatementForm> of(Statement statement) {
    return TreeJson.of(statement.plan())
        .map(
            json -> {
              var plan = PlanDigest.of(json);
              return new StatementForm(
                  JsonWriter.bytes(StatementJson.of(statement, json, plan)), plan);
            });
  }

  /** A copy of the exact bytes. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** The digest of the exact bytes. */
  Sha256 sha256() {
    return sha256;
  }

  /** The digest of the canonical plan. */
  PlanDigest plan() {
    return plan;
  }
}
