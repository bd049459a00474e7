package org.planlock.lock.time;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.planlock.lock.Json;
import org.planlock.lock.PlanLock;
import org.planlock.lock.time.Identity.Wanted;

/** An authority whose stamps are honest, or are not, for tests outside this package. */
public final class StampForger {
  /** When its stamps say that they were made, unless told otherwise. */
  public static final Instant THEN = Instant.parse("2026-11-22T12:00:00Z");

  private final Identity root;
  private final Identity stamping;

  private StampForger(Identity root, Identity stamping) {
    this.root = root;
    this.stamping = stamping;
  }

  /** An authority with a root of its own. */
  public static StampForger authority() {
    var root = Identity.root("Demo Root");
    return new StampForger(root, root.issue(Wanted.stamping("Demo TSA")));
  }

  /** An authority that signed its own certificate, as anybody can make one. */
  public static StampForger selfMade() {
    var alone = Identity.alone(Wanted.stamping("My own TSA"));
    return new StampForger(alone, alone);
  }

  /** The same root with another certificate, valid from one day to another. */
  public StampForger valid(String first, String last) {
    return new StampForger(root, root.issue(Wanted.stamping("Demo TSA").valid(first, last)));
  }

  /** The same root with a certificate for something else than time stamps. */
  public StampForger forOtherPurpose() {
    return new StampForger(
        root,
        root.issue(Wanted.stamping("Demo TSA").purposes(true, KeyPurposeId.id_kp_codeSigning)));
  }

  /** The root in PEM. */
  public String rootPem() {
    return root.pem();
  }

  /** The list of certificates that the root took back, with the authority's on it. */
  public String revocation(String when) {
    var list =
        root.revoke(stamping.certificate(), when, CRLReason.keyCompromise, "2026-11-25T00:00:00Z");
    try {
      return PemBlock.text("X509 CRL", list.getEncoded());
    } catch (java.security.cert.CRLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Forge over(PlanLock lock) {
    var forge = Forge.by(stamping);
    forge.imprinted = lock.statement().bytes();
    forge.genTime = THEN;
    return forge;
  }

  /** An honest stamp over a lock. */
  public Json.Fields stamp(PlanLock lock) {
    return over(lock).stamp().json();
  }

  /** A stamp that says another time. */
  public Json.Fields at(PlanLock lock, String time) {
    return over(lock).but(forge -> forge.genTime = Instant.parse(time)).stamp().json();
  }

  /** A stamp over the SHA-1 digest. */
  public Json.Fields sha1(PlanLock lock) {
    return over(lock).but(forge -> forge.digest = "SHA-1").stamp().json();
  }

  /** A stamp without the certificate that it was made with. */
  public Json.Fields withoutCertificate(PlanLock lock) {
    return over(lock).but(forge -> forge.carried.clear()).stamp().json();
  }

  /** A reply that says that it refuses, with a stamp in it all the same. */
  public Json.Fields refusing(PlanLock lock) {
    return over(lock).but(forge -> forge.status = 2).stamp().json();
  }

  /** A stamp beside the query of another one. */
  public Json.Fields ofOtherQuery(PlanLock lock) {
    var asked =
        StampCases.query("SHA-256", lock.sha256().bytes(), BigInteger.valueOf(11), Forge.POLICY);
    return over(lock)
        .but(forge -> forge.nonce = Optional.of(BigInteger.valueOf(12)))
        .stamp(asked)
        .json();
  }

  /** A stamp whose reply was changed byte by byte. */
  public Json.Fields changed(PlanLock lock, UnaryOperator<byte[]> change) {
    return reply(change.apply(over(lock).response()));
  }

  /** A stamp with bytes behind its end. */
  public Json.Fields trailing(PlanLock lock) {
    return changed(lock, reply -> Arrays.copyOf(reply, reply.length + 2));
  }

  /** A stamp as text, which some tools write. */
  public Json.Fields pem(PlanLock lock) {
    return changed(
        lock,
        reply -> PemBlock.text("TIMESTAMP RESPONSE", reply).getBytes(StandardCharsets.US_ASCII));
  }

  /** Any bytes where a reply belongs. */
  public static Json.Fields reply(byte[] bytes) {
    return TimeEvidence.of(TimeSubject.STATEMENT, bytes, "forged").json();
  }

  /** A stamp with one bit of its signature flipped. */
  public Json.Fields signatureFlipped(PlanLock lock) {
    return changed(
        lock,
        reply -> {
          // the signature is the last thing in a reply without unsigned attributes
          reply[reply.length - 3] ^= 4;
          return reply;
        });
  }
}
