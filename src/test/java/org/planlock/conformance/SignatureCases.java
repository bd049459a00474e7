package org.planlock.conformance;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.planlock.cli.Desk;
import org.planlock.lock.EnvelopeSignature;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.signature.KeyFile;

/** Who stands behind a lock. */
final class SignatureCases {
  private SignatureCases() {}

  static void into(CaseCollection all) {
    good(all);
    tooFew(all);
    wrong(all);
    signers(all);
  }

  private static CaseStudy signed(CaseStudy study, String... by) {
    study.locked().people("ana", "ben");
    for (var name : by) {
      study.typed("sign", CaseStudy.LOCK, "--key", name);
    }
    return study.verifiedWith("--signer", "signers", "--require-signature", "" + by.length);
  }

  private static void good(CaseCollection all) {
    all.ok("signed_by_one", "L351", "one accepted signature", study -> signed(study, "ana"));
    all.ok("signed_by_two", "L351", "two people sign", study -> signed(study, "ana", "ben"));
    all.ok(
        "signed_by_a_stranger",
        "L351 L362",
        "the signature holds; whose it is, the verifier does not know, and did not ask",
        study -> signed(study, "ana").called("verify", CaseStudy.LOCK));
  }

  private static void tooFew(CaseCollection all) {
    all.fail(
        "signed_by_nobody",
        4,
        "L351 L364",
        "a signature is asked for, there is none",
        study -> signed(study).verifiedWith("--signer", "signers", "--require-signature"));
    all.fail(
        "signed_by_a_stranger_alone",
        4,
        "L351 L362 L364",
        "the key is on no list of the verifier's",
        study -> signed(study, "ana").verifiedWith("--require-signature"));
    all.fail(
        "signed_twice_by_one_where_two_are_asked",
        4,
        "L351 L361 L364",
        "one key signs twice",
        study -> {
          signed(study, "ana", "ben");
          var lock = study.lock();
          var first = lock.signatures().get(0);
          study.with(
              CaseStudy.LOCK,
              LockFile.bytes(new PlanLock(lock.statement(), List.of(first, first), lock.time())));
        });
    all.fail(
        "signed_by_two_keys_of_one_where_two_are_asked",
        4,
        "L351 L364",
        "one person has two keys on the list",
        study -> {
          signed(study, "ana", "ben");
          study.with("signers", study.text("signers").replace("ben ", "ana "));
        });
    all.fail(
        "signed_by_a_key_for_releases",
        4,
        "L351 L363 L364",
        "the key may sign releases only",
        study -> {
          signed(study, "ana");
          study.with("signers", study.text("signers").replace("ana ", "ana only-for=release "));
        });
    all.fail(
        "signed_by_a_key_that_had_ended",
        4,
        "L351 L363 L364",
        "the key counts until the day before the lock",
        study -> {
          signed(study, "ana");
          study.with(
              "signers", study.text("signers").replace("ana ", "ana valid-before=2026-11-21 "));
        });
  }

  private static void wrong(CaseCollection all) {
    wrong(
        all,
        "of_another_lock",
        "a signature was copied from another lock",
        (study, ana) -> {
          study
              .with("other.plan", Desk.SMALL.replace("\"small\"", "\"other\""))
              .typed("lock", "other.plan", "--sign", "ana");
          var other = LockFile.parse(study.bytes("other.lock"), "other.lock").orThrow();
          study.without("other.lock", "other.plan");
          return other.signatures().get(0);
        });
    wrong(
        all,
        "of_another_payload_type",
        "the same bytes were signed as something else than a lock (DSSE: type confusion)",
        (study, ana) -> {
          var file = study.folder().resolve("ana");
          try (var key = KeyFile.read(file, "ana", () -> new char[0]).orThrow()) {
            return key.sign("application/json", study.lock().statement().bytes());
          }
        });
    wrong(
        all,
        "with_a_flipped_bit",
        "one bit of the signature",
        (study, ana) -> {
          var bytes = ana.sigBytes();
          bytes[3] ^= 1;
          return new EnvelopeSignature(ana.keyid(), base64(bytes), ana.publicKey());
        });
    wrong(
        all,
        "under_another_name",
        "the identifier names another key than the signature carries",
        (study, ana) -> new EnvelopeSignature(Sha256.of(new byte[0]), ana.sig(), ana.publicKey()));
    wrong(
        all,
        "by_a_key_of_small_order",
        "a key under which one signature fits many messages",
        (study, ana) ->
            EnvelopeSignature.of(
                HexFormat.of().parseHex("302a300506032b6570032100" + "01" + "00".repeat(31)),
                HexFormat.of().parseHex("01" + "00".repeat(63))));
    wrong(
        all,
        "malleable",
        "S of the signature is larger than the order of the curve (RFC 8032 §5.1.7)",
        (study, ana) -> new EnvelopeSignature(ana.keyid(), plusOrder(ana), ana.publicKey()));
  }

  private interface Signing {
    EnvelopeSignature sign(CaseStudy study, EnvelopeSignature ana) throws Exception;
  }

  private static void wrong(CaseCollection all, String how, String about, Signing signing) {
    all.fail(
        "signature_" + how,
        1,
        "L351 L360",
        about,
        study -> {
          signed(study, "ana");
          var lock = study.lock();
          var forged = signing.sign(study, lock.signatures().get(0));
          study
              .with(
                  CaseStudy.LOCK,
                  LockFile.bytes(new PlanLock(lock.statement(), List.of(forged), lock.time())))
              .verifiedWith("--signer", "signers");
        });
  }

  /**
   * The same signature with the order of the base point added to S, which fits the equation too.
   */
  private static String plusOrder(EnvelopeSignature signature) {
    var order =
        BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
    var bytes = signature.sigBytes();
    var reversed = new byte[32];
    for (int i = 0; i < 32; i++) {
      reversed[i] = bytes[63 - i];
    }
    var sum = new BigInteger(1, reversed).add(order);
    for (int i = 0; i < 32; i++) {
      bytes[32 + i] = sum.shiftRight(8 * i).byteValue();
    }
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void signers(CaseCollection all) {
    all.fail(
        "signers_unreadable",
        3,
        "L369",
        "the verifier's own list has a line that names no key",
        study -> signed(study, "ana").with("signers", "ana\n"));
    all.fail(
        "signers_with_one_key_for_two_people",
        3,
        "L369",
        "the verifier's own list gives one key two names",
        study -> {
          signed(study, "ana");
          var ana = study.text("signers").lines().findFirst().orElseThrow();
          study.with("signers", ana + "\n" + ana.replace("ana ", "ben ") + "\n");
        });
    all.fail(
        "signers_missing",
        5,
        "D462",
        "the verifier names a list that is not there",
        study -> signed(study, "ana").without("signers"));
  }
}
