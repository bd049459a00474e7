package org.planlock.lock.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in Galois/Counter Mode (NIST SP 800-38D), the tag of 128 bits behind the ciphertext. */
final class AesGcm {
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private static final String PLATFORM = "every Java platform has AES in GCM";

  private AesGcm() {}

  /**
   * @param nonce never used before with this key
   * @param aad what is not hidden, but cannot be changed either
   */
  static byte[] encrypted(CustodianKey key, byte[] nonce, byte[] aad, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, aad).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(PLATFORM, e);
    }
  }

  /** The plain bytes; nothing if key, nonce, header or ciphertext are not those of the sealing. */
  static Optional<byte[]> decrypted(CustodianKey key, byte[] nonce, byte[] aad, byte[] ciphertext) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, aad).doFinal(ciphertext));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(PLATFORM, e);
    }
  }

  private static Cipher cipher(int mode, CustodianKey key, byte[] nonce, byte[] aad)
      throws GeneralSecurityException {
    var secret = key.bytes();
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BYTES * 8, nonce));
      cipher.updateAAD(aad);
      return cipher;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
