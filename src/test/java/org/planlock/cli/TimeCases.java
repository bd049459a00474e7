package org.planlock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.planlock.lock.Json;
import org.planlock.lock.time.ForgedReplies;

/** Time stamps, honest and not; the authorities exist nowhere. */
final class TimeCases {
  private TimeCases() {}

  static void write(ConformanceFolder to) throws IOException {
    String[] trusting = {"small.lock", "--tsa-ca", "root.pem", "--require-time", "T2"};
    to.ok(
        "stamped-by-a-trusted-authority",
        w -> w.locked().anchors().stamped(ForgedReplies::good),
        trusting);
    to.ok(
        "stamped-by-two-authorities",
        w -> w.locked().anchors().stamped(ForgedReplies::good).stamped(ForgedReplies::fromTheOther),
        "small.lock",
        "--tsa-ca",
        "root.pem",
        "--tsa-ca",
        "second-root.pem",
        "--require-time",
        "T3");
    to.ok(
        "stamped-by-a-home-made-authority-and-nothing-asked",
        w -> w.locked().stamped(f -> f.homeMade("2026-12-02T12:00:00Z")),
        "small.lock");
    to.fail("not-stamped-but-required", 4, "L312", w -> w.locked().anchors(), trusting);
    to.fail(
        "stamped-by-one-where-two-are-required",
        4,
        "L312",
        w -> w.locked().anchors().stamped(ForgedReplies::good),
        "small.lock",
        "--tsa-ca",
        "root.pem",
        "--tsa-ca",
        "second-root.pem",
        "--require-time",
        "T3");
    to.fail(
        "stamped-twice-by-one-where-two-are-required",
        4,
        "L312",
        w ->
            w.locked()
                .anchors()
                .stamped(ForgedReplies::good)
                .stamped(f -> f.at("2026-12-03T12:00:00Z")),
        "small.lock",
        "--tsa-ca",
        "root.pem",
        "--tsa-ca",
        "second-root.pem",
        "--require-time",
        "T3");
    to.fail(
        "stamped-by-an-authority-not-trusted",
        4,
        "L312",
        w -> w.locked().anchors().stamped(ForgedReplies::fromTheOther),
        trusting);
    to.fail(
        "self-run-tsa-backdated",
        4,
        "L312",
        w -> w.locked().anchors().stamped(f -> f.homeMade("2026-11-28T00:00:00Z")),
        trusting);
    to.fail(
        "stamped-before-the-program-existed",
        1,
        "L330",
        w -> w.locked().anchors().stamped(f -> f.at("2019-01-01T00:00:00Z")),
        trusting);
    to.fail(
        "stamped-in-2090",
        1,
        "L330",
        w -> w.locked().anchors().stamped(f -> f.at("2090-01-01T00:00:00Z")),
        trusting);
    to.fail(
        "stamp-of-another-lock",
        1,
        "L322",
        w ->
            w.locked()
                .anchors()
                .stamped(f -> f.of("another lock".getBytes(StandardCharsets.UTF_8))),
        trusting);
    to.fail(
        "stamp-over-sha1",
        1,
        "L324",
        w -> w.locked().anchors().stamped(ForgedReplies::weak),
        trusting);
    to.fail(
        "stamp-with-a-bit-flipped",
        1,
        "L325",
        w -> w.locked().anchors().stamped(f -> ForgedReplies.bent(f.good())),
        trusting);
    to.fail(
        "stamp-with-a-byte-more",
        3,
        "L320",
        w -> w.locked().anchors().stamped(f -> ForgedReplies.longer(f.good())),
        trusting);
    to.fail(
        "stamp-cut-in-half",
        3,
        "L320",
        w -> w.locked().anchors().stamped(f -> Arrays.copyOf(f.good(), 500)),
        trusting);
    to.fail(
        "stamp-that-is-pem",
        3,
        "L320",
        w -> w.locked().anchors().stamped(f -> ForgedReplies.root()),
        trusting);
    to.fail(
        "stamp-that-is-a-web-page",
        3,
        "L320",
        w -> w.locked().anchors().stamped(f -> "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8)),
        trusting);
    to.fail(
        "stamp-that-says-no",
        1,
        "L321",
        w -> w.locked().anchors().stamped(ForgedReplies::refused),
        trusting);
    to.fail(
        "stamp-that-does-not-name-its-signer",
        1,
        "L325",
        w -> w.locked().anchors().stamped(ForgedReplies::unnamedSigner),
        trusting);
    to.fail(
        "stamp-without-its-certificate",
        1,
        "L326",
        w -> w.locked().anchors().stamped(ForgedReplies::withoutSigner),
        trusting);
    to.fail(
        "stamp-by-a-certificate-for-something-else",
        1,
        "L327",
        w -> w.locked().anchors().stamped(ForgedReplies::unfit),
        trusting);
    to.fail(
        "stamp-by-a-certificate-that-had-expired",
        1,
        "L328",
        w -> w.locked().anchors().stamped(ForgedReplies::expiredAtTheTime),
        trusting);
    to.fail(
        "stamp-of-an-unknown-kind",
        7,
        "",
        w -> w.locked().stamp(new Json.Fields(Map.of("kind", new Json.Text("sundial")))),
        "small.lock");
    to.fail(
        "anchors-unreadable",
        3,
        "L334",
        w -> w.locked().stamped(ForgedReplies::good).desk.with("root.pem", "not a certificate"),
        trusting);
  }
}
