package org.planlock.lock;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Checked;
import org.planlock.syntax.PlanNode;

/** The digest of a plan's canonical form; equal plans have equal digests in every notation. */
public record PlanDigest(Sha256 sha256) {
  private static final String PREFIX = "sha256:";

  /** The digest of a canonical tree, or every text in it that cannot be hashed. */
  public static Checked<PlanDigest> of(PlanNode canonical) {
    return CanonicalJson.json(canonical).map(PlanDigest::of);
  }

  /** The digest of a canonical tree that is JSON already. */
  static PlanDigest of(Json canonical) {
    return new PlanDigest(Sha256.of(JsonWriter.bytes(canonical)));
  }

  /** The digest that is printed as this text, if one is. */
  public static Optional<PlanDigest> parse(String text) {
    return text.startsWith(PREFIX)
        ? Sha256.parse(text.substring(PREFIX.length())).map(PlanDigest::new)
        : Optional.empty();
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return sha256.bytes();
  }

  /** The first four and last two digits, enough for people to tell two digests apart. */
  public String brief() {
    var hex = sha256.hex();
    return PREFIX + hex.substring(0, 4) + "…" + hex.substring(62);
  }

  /** Written out, because what Java would make up for it at run time delays every start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlanDigest digest && sha256.equals(digest.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return PREFIX + sha256.hex();
  }
}
