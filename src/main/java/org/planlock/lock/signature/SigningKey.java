package org.planlock.lock.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.planlock.lock.EnvelopeSignature;
import org.planlock.source.Span;

/**
 * A private Ed25519 key (RFC 8032), in memory for as long as it is open. Not for use by several
 * threads.
 */
public final class SigningKey implements AutoCloseable {
  private static final int SEED_BYTES = 32;
  private static final String PLATFORM = "every Java platform from 15 on has Ed25519";

  /** What stands before the seed in a PrivateKeyInfo (RFC 8410 §7, version 1). */
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private final byte[] seed;
  private final VerifyingKey publicKey;
  private boolean isWiped;

  private SigningKey(byte[] seed) {
    this.seed = seed;
    this.publicKey = publicKey(seed);
  }

  /** A new key. */
  static SigningKey generate(SecureRandom random) {
    var seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return new SigningKey(seed);
  }

  /** The key in a PrivateKeyInfo, if it is exactly one as OpenSSL writes it. */
  static Optional<SigningKey> ofPkcs8(byte[] pkcs8) {
    int prefix = PKCS8.length;
    boolean isKey =
        pkcs8.length == prefix + SEED_BYTES && Arrays.equals(pkcs8, 0, prefix, PKCS8, 0, prefix);
    return isKey
        ? Optional.of(new SigningKey(Arrays.copyOfRange(pkcs8, prefix, pkcs8.length)))
        : Optional.empty();
  }

  /** The other half, for everybody. */
  public VerifyingKey publicKey() {
    return publicKey;
  }

  /** Signs an envelope's payload together with its type. */
  public EnvelopeSignature sign(String payloadType, byte[] payload) {
    return EnvelopeSignature.of(
        publicKey.spki(), sign(PreAuthentication.bytes(payloadType, payload)));
  }

  /** The 64 bytes of the signature over a message. */
  byte[] sign(byte[] message) {
    var pkcs8 = pkcs8();
    try {
      var signer = Signature.getInstance("Ed25519");
      signer.initSign(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(PLATFORM, e);
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  /** The 48 bytes of its PrivateKeyInfo; the caller wipes them. */
  byte[] pkcs8() {
    if (isWiped) {
      throw new IllegalStateException("the key was wiped");
    }
    var pkcs8 = Arrays.copyOf(PKCS8, PKCS8.length + SEED_BYTES);
    System.arraycopy(seed, 0, pkcs8, PKCS8.length, SEED_BYTES);
    return pkcs8;
  }

  /** Wipes the key from memory, as far as a program can. */
  @Override
  public void close() {
    Arrays.fill(seed, (byte) 0);
    isWiped = true;
  }

  /**
   * The JDK gives a public key only to a pair that it makes itself, so it makes it of this seed.
   */
  private static VerifyingKey publicKey(byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new KnownBytes(seed));
      var pair = generator.generateKeyPair();
      var made = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      if (!Arrays.equals(made, seed)) {
        throw new GeneralSecurityException("the platform made a pair of another seed");
      }
      return VerifyingKey.of(pair.getPublic().getEncoded(), Span.none("key")).orThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(PLATFORM, e);
    }
  }

  /** Hands out the bytes of a seed. */
  private static final class KnownBytes extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] known;

    KnownBytes(byte[] known) {
      this.known = known;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(known, 0, bytes, 0, bytes.length);
    }
  }
}
