package org.planlock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.planlock.lock.EnvelopeSignature;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;

/** Who signed, and whether that counts. */
final class SignatureCases {
  private SignatureCases() {}

  static void write(ConformanceFolder to) throws IOException {
    to.ok(
        "signed-by-two-who-count",
        w -> w.people("ana", "ben").locked("--sign", "ana", "--sign", "ben"),
        "small.lock",
        "--signer",
        "signers",
        "--require-signature",
        "2");
    to.ok(
        "signed-later",
        w -> w.people("ana", "ben").locked().type("sign", "small.lock", "--key", "ben"),
        "small.lock",
        "--signer",
        "signers",
        "--require-signature",
        "1");
    to.fail(
        "not-signed-but-required",
        4,
        "L364",
        w -> w.people("ana").locked(),
        "small.lock",
        "--signer",
        "signers",
        "--require-signature",
        "1");
    to.fail(
        "signed-by-one-of-two",
        4,
        "L364",
        w -> w.people("ana", "ben").locked("--sign", "ana"),
        "small.lock",
        "--signer",
        "signers",
        "--require-signature",
        "2");
    to.fail(
        "signed-twice-by-one",
        4,
        "L364",
        w -> w.people("ana", "ben").locked("--sign", "ana", "--sign", "ana"),
        "small.lock",
        "--signer",
        "signers",
        "--require-signature",
        "2");
    to.fail(
        "signed-by-a-stranger",
        4,
        "L362",
        w ->
            w.people("ana", "eve")
                .locked("--sign", "eve")
                .edit("signers", t -> t.lines().findFirst().orElseThrow() + "\n"),
        "small.lock",
        "--signer",
        "signers",
        "--require-signature",
        "1");
    to.fail(
        "signed-by-somebody-not-allowed-to",
        4,
        "L363",
        w ->
            w.people("ana")
                .locked("--sign", "ana")
                .replace("signers", "ana ", "ana only-for=release "),
        "small.lock",
        "--signer",
        "signers",
        "--require-signature",
        "1");
    to.fail(
        "signature-of-another-lock",
        1,
        "L360",
        w -> {
          w.people("ana").locked("--sign", "ana");
          var taken = w.lock().signatures().get(0);
          w.neighbourLock();
          w.with(w.lock().signed(taken));
          w.without("small.plan");
        },
        "small.lock",
        "--signer",
        "signers");
    to.fail(
        "signature-with-a-bit-flipped",
        1,
        "L360",
        w ->
            w.people("ana")
                .locked("--sign", "ana")
                .edit("small.lock", SignatureCases::bentSignature),
        "small.lock",
        "--signer",
        "signers");
    to.fail(
        "signature-taken-out",
        3,
        "L302",
        w ->
            w.people("ana")
                .locked("--sign", "ana")
                .edit(
                    "small.lock",
                    t -> t.replaceFirst("\"signatures\":\\[[^\\]]*\\]", "\"signatures\":[]")),
        "small.lock",
        "--signer",
        "signers");
    to.fail(
        "signers-with-a-kind-of-key-unknown",
        3,
        "L366",
        w -> w.people("ana").locked("--sign", "ana").edit("signers", t -> "ana is fine\n"),
        "small.lock",
        "--signer",
        "signers");
  }

  private static String bentSignature(String text) {
    PlanLock lock = LockFile.parse(text.getBytes(StandardCharsets.UTF_8), "small.lock").orThrow();
    var one = lock.signatures().get(0);
    char other = one.sig().charAt(5) == 'A' ? 'B' : 'A';
    var sig = one.sig().substring(0, 5) + other + one.sig().substring(6);
    var bent = new EnvelopeSignature(one.keyid(), sig, one.publicKey());
    return new String(
        LockFile.bytes(new PlanLock(lock.statement(), List.of(bent), lock.time())),
        StandardCharsets.UTF_8);
  }
}
