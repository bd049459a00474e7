package org.planlock.lock;

import java.time.Instant;
import java.util.Optional;

/**
 * Who locked a plan, when by their own word, and with what.
 *
 * @param semantics the number of the rules by which this version carries out plans
 * @param claimedTime of the locking machine's own clock; nobody else has attested it
 */
public record Provenance(
    int semantics, Tool tool, Optional<String> author, Instant claimedTime, Source source) {
  /** A program and its version. */
  public record Tool(String name, String version) {}

  /**
   * The file that the plan was read from.
   *
   * @param notation {@code yaml}, {@code plan} or {@code groovy}
   * @param sha256 of its bytes, where it was a file
   */
  public record Source(String name, String notation, Optional<Sha256> sha256) {}
}
