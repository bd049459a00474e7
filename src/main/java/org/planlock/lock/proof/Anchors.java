package org.planlock.lock.proof;

import java.time.Instant;
import java.util.List;
import org.planlock.lock.ledger.CheckpointFile;
import org.planlock.lock.signature.AllowedSigners;
import org.planlock.lock.time.TrustAnchors;

/**
 * What the verifier believes beforehand. Nothing in it comes from the lock that is verified.
 *
 * @param signers whose signatures count
 * @param authorities whose time stamps count
 * @param checkpoints of the study's ledger, as they were kept elsewhere
 * @param now the verifier's own clock, which only tells what is from the future
 */
public record Anchors(
    AllowedSigners signers,
    TrustAnchors authorities,
    List<CheckpointFile> checkpoints,
    Instant now) {
  public Anchors {
    checkpoints = List.copyOf(checkpoints);
  }

  /** A verifier who believes nobody. */
  public static Anchors none(Instant now) {
    return new Anchors(AllowedSigners.NONE, TrustAnchors.NONE, List.of(), now);
  }
}
