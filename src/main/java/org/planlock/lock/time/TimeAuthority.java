package org.planlock.lock.time;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.Drafts;
import org.planlock.lock.PrivateFile;
import org.planlock.source.Span;

/**
 * A time-stamping authority of one's own, which answers queries by RFC 3161.
 *
 * <p>It is as good as its clock and its owner: to everybody who has not got its certificate from
 * somebody whom they believe, its stamps are self-asserted.
 */
public final class TimeAuthority {
  /** The name of the authority that everybody has, on the own computer. */
  public static final String OWN = "Planlock self-asserted time";

  private static final int MOST_BYTES = 64 << 10;

  /** With the words about the key, no name may be longer than 64 characters (X.520). */
  private static final int MOST_NAME = 40;

  private final AuthorityKey key;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  private TimeAuthority(AuthorityKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * The authority whose key is in a file; without one, a key is made and written for its owner
   * alone (mode 0600). Of two programs that do so at once, both get the same key.
   *
   * @param file in a folder that exists
   * @param name whose clock it is, at most 40 characters; it stands in the certificate of a new key
   */
  public static Checked<TimeAuthority> open(Path file, String name, InstantSource clock) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      if (name.isBlank() || name.length() > MOST_NAME) {
        return unusable(file, "the name of an authority has 1 to " + MOST_NAME + " characters");
      }
      var created = create(file, name, clock);
      if (created.isSound() || created.diagnostics().get(0).rule() != Rule.FILE_EXISTS) {
        return created;
      }
    }
    // whoever was killed while making the key may have left a copy of it
    Drafts.sweep(file);
    return read(file, clock);
  }

  private static Checked<TimeAuthority> create(Path file, String name, InstantSource clock) {
    var key = AuthorityKey.generate(name, clock.instant(), new SecureRandom());
    return AtomicFile.onDisk()
        .createPrivate(file, key.file())
        .map(written -> new TimeAuthority(key, clock));
  }

  private static Checked<TimeAuthority> read(Path file, InstantSource clock) {
    return PrivateFile.read(file, file.toString(), MOST_BYTES)
        .then(
            bytes ->
                AuthorityKey.parse(bytes)
                    .map(key -> Checked.of(new TimeAuthority(key, clock)))
                    .orElseGet(
                        () ->
                            unusable(
                                file, "`" + file + "` is no key of an authority, or damaged")));
  }

  private static Checked<TimeAuthority> unusable(Path file, String message) {
    return Checked.failed(
        Diagnostic.at(Span.none(file.toString()), Rule.TIME_AUTHORITY_UNUSABLE, message)
            .note("stamps of its certificate can be verified without it, new ones cannot be made")
            .help("move the file away; a new key with a new certificate is made without it"));
  }

  /** The certificate that its stamps are verified by. */
  public X509Certificate certificate() {
    return key.certificate();
  }

  /** The certificate in PEM, for those who want to believe this authority. */
  public String certificatePem() {
    return PemBlock.text("CERTIFICATE", X509.der(key.certificate()));
  }

  /**
   * The reply (TimeStampResp) to a query (TimeStampReq), both in DER; a bad query is answered by a
   * refusal, never by an exception.
   */
  public byte[] answer(byte[] query) {
    return new Answer(key, clock.instant(), random).to(query);
  }
}
