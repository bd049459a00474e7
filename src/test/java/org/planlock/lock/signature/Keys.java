package org.planlock.lock.signature;

import java.util.HexFormat;
import org.planlock.diagnostic.Checked;
import org.planlock.source.Span;

/** Keys for tests; the first three are those of RFC 8032 §7.1. */
public final class Keys {
  /** Where findings of tests stand. */
  public static final Span PLACE = Span.none("small.lock");

  private static final String PKCS8 = "302e020100300506032b657004220420";
  private static final String[] SEEDS = {
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5"
  };

  private Keys() {}

  /** The key of this number, from 0. */
  public static SigningKey key(int number) {
    return ofSeed(SEEDS[number]);
  }

  static SigningKey ofSeed(String hex) {
    return SigningKey.ofPkcs8(HexFormat.of().parseHex(PKCS8 + hex)).orElseThrow();
  }

  /** The list of a verifier. */
  public static AllowedSigners signers(String... lines) {
    return read(String.join("\n", lines)).orThrow();
  }

  static Checked<AllowedSigners> read(String text) {
    return AllowedSigners.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "signers");
  }

  /** The line of a key's owner. */
  public static String line(String nameAndOptions, int number) {
    return nameAndOptions + " " + key(number).publicKey().text();
  }
}
