package org.planlock.lock.time;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key and a certificate for tests: a root, somebody between, or an authority. */
record Identity(PrivateKey key, X509Certificate certificate) {
  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant TO = Instant.parse("2040-01-01T00:00:00Z");
  static final int NO_REASON = -1;
  private static int serials = 1000;

  /** What a certificate says. */
  record Wanted(
      String name,
      Instant from,
      Instant to,
      boolean isAuthority,
      boolean isCritical,
      List<KeyPurposeId> purposes,
      int usage,
      String signature,
      String algorithm,
      List<Extension> more) {
    static Wanted stamping(String name) {
      return new Wanted(
          name,
          FROM,
          TO,
          false,
          true,
          List.of(KeyPurposeId.id_kp_timeStamping),
          KeyUsage.digitalSignature,
          "SHA256withECDSA",
          "EC",
          List.of());
    }

    static Wanted signing(String name) {
      return new Wanted(
          name,
          FROM,
          TO,
          true,
          true,
          List.of(),
          KeyUsage.keyCertSign | KeyUsage.cRLSign,
          "SHA256withECDSA",
          "EC",
          List.of());
    }

    Wanted valid(String first, String last) {
      return new Wanted(
          name,
          Instant.parse(first),
          Instant.parse(last),
          isAuthority,
          isCritical,
          purposes,
          usage,
          signature,
          algorithm,
          more);
    }

    Wanted purposes(boolean critical, KeyPurposeId... others) {
      return new Wanted(
          name,
          from,
          to,
          isAuthority,
          critical,
          List.of(others),
          usage,
          signature,
          algorithm,
          more);
    }

    Wanted usage(int bits) {
      return new Wanted(
          name, from, to, isAuthority, isCritical, purposes, bits, signature, algorithm, more);
    }

    /** The key's algorithm, and how the issuer signs, which must fit the issuer's key. */
    Wanted by(String keyAlgorithm, String signatureAlgorithm) {
      return new Wanted(
          name,
          from,
          to,
          isAuthority,
          isCritical,
          purposes,
          usage,
          signatureAlgorithm,
          keyAlgorithm,
          more);
    }

    Wanted with(Extension extension) {
      return new Wanted(
          name,
          from,
          to,
          isAuthority,
          isCritical,
          purposes,
          usage,
          signature,
          algorithm,
          List.of(extension));
    }
  }

  static Identity root(String name) {
    var keys = keys("EC");
    return new Identity(
        keys.getPrivate(), certificate(keys, Wanted.signing(name), name, keys.getPrivate()));
  }

  static Identity alone(Wanted wanted) {
    var keys = keys(wanted.algorithm());
    return new Identity(
        keys.getPrivate(), certificate(keys, wanted, wanted.name(), keys.getPrivate()));
  }

  Identity issue(Wanted wanted) {
    return issue(wanted, keys(wanted.algorithm()));
  }

  /** A certificate for a key that has one already. */
  Identity issue(Wanted wanted, KeyPair keys) {
    var own = certificate.getSubjectX500Principal().getName().substring("CN=".length());
    return new Identity(keys.getPrivate(), certificate(keys, wanted, own, key));
  }

  KeyPair keys() {
    return new KeyPair(certificate.getPublicKey(), key);
  }

  String pem() {
    return PemBlock.text("CERTIFICATE", X509.der(certificate));
  }

  /** A revocation list of its issuer's, with one certificate on it. */
  X509CRL revoke(X509Certificate revoked, String when, int reason, String issued) {
    return list(issued, revoked, when, reason);
  }

  X509CRL emptyList(String issued, Extension... more) {
    return list(issued, null, "", CRLReason.unspecified, more);
  }

  private X509CRL list(
      String issued,
      @org.jspecify.annotations.Nullable X509Certificate revoked,
      String when,
      int reason,
      Extension... more) {
    try {
      var subject = certificate.getSubjectX500Principal().getName();
      var builder = new X509v2CRLBuilder(new X500Name(subject), Date.from(Instant.parse(issued)));
      if (revoked != null) {
        var date = Date.from(Instant.parse(when));
        var extensions = new ExtensionsGenerator();
        if (reason != NO_REASON) {
          extensions.addExtension(Extension.reasonCode, false, CRLReason.lookup(reason));
        }
        builder.addCRLEntry(
            revoked.getSerialNumber(), date, extensions.isEmpty() ? null : extensions.generate());
      }
      for (var extension : more) {
        builder.addExtension(extension);
      }
      var list = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key));
      return X509.revocations(list.getEncoded()).orElseThrow();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair keys(String algorithm) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("EC") ? 256 : 2048);
      return generator.generateKeyPair();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized X509Certificate certificate(
      KeyPair keys, Wanted wanted, String issuer, PrivateKey signing) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              new X500Name("CN=" + issuer),
              BigInteger.valueOf(serials++),
              Date.from(wanted.from()),
              Date.from(wanted.to()),
              new X500Name("CN=" + wanted.name()),
              keys.getPublic());
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(wanted.isAuthority()));
      if (wanted.usage() != 0) {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(wanted.usage()));
      }
      for (var extension : wanted.more()) {
        builder.addExtension(extension);
      }
      if (!wanted.purposes().isEmpty()) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            wanted.isCritical(),
            new ExtendedKeyUsage(wanted.purposes().toArray(KeyPurposeId[]::new)));
      }
      var built = builder.build(new JcaContentSignerBuilder(wanted.signature()).build(signing));
      return X509.certificate(built.getEncoded()).orElseThrow();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
