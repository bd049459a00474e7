package org.planlock.lock.signature;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.BoundedFile;
import org.planlock.syntax.SourceReading;

/**
 * The people whose keys a verifier accepts. It comes from the verifier, never from the file that is
 * verified.
 *
 * <p>One signer a line, much as {@code allowed_signers} of ssh: a name without spaces, options, the
 * line of the public key. Blank lines and lines that start with {@code #} do not count.
 *
 * <pre>
 * ana                             plan-ed25519 MCowBQYDK2VwAyEA…
 * pharmacy  only-for=release      plan-ed25519 MCowBQYDK2VwAyEA… ward 3
 * ben       valid-after=2026-01-01 valid-before=2027-01-01T00:00:00Z plan-ed25519 MCowBQYDK2VwAyEA…
 * </pre>
 *
 * @param signers no key twice
 */
public record AllowedSigners(List<Signer> signers) {
  /** Nobody. */
  public static final AllowedSigners NONE = new AllowedSigners(List.of());

  public AllowedSigners {
    signers = List.copyOf(signers);
  }

  /**
   * The signers in a file, or every line that is none.
   *
   * @param name what messages call it, usually the path as typed
   */
  public static Checked<AllowedSigners> read(Path path, String name) {
    return BoundedFile.read(path, name, SourceReading.MOST_BYTES).then(bytes -> parse(bytes, name));
  }

  /** The signers in the bytes of a file. */
  public static Checked<AllowedSigners> parse(byte[] bytes, String name) {
    return SourceReading.of(name, bytes).then(source -> new SignersReader(source).read());
  }

  /** Who a key belongs to. */
  public Optional<Signer> of(VerifyingKey key) {
    return signers.stream().filter(signer -> signer.key().equals(key)).findFirst();
  }
}
