package org.planlock.lock.commitment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.planlock.lock.Salt;

/**
 * The salts of single fields, all from the lock's one: HMAC-SHA-256 (RFC 2104) under the lock's
 * salt of the path in UTF-8.
 *
 * <p>A field's salt tells nothing of the lock's, and so nothing of another field's.
 */
final class FieldSalt {
  private static final String ALGORITHM = "HmacSHA256";

  private FieldSalt() {}

  static Salt of(Salt lock, String path) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(lock.bytes(), ALGORITHM));
      return Salt.of(mac.doFinal(path.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
