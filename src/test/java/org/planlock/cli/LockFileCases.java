package org.planlock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Lock files that are damaged, forged or of something else. */
final class LockFileCases {
  private LockFileCases() {}

  static void write(ConformanceFolder to) throws IOException {
    to.fail(
        "lock-empty",
        3,
        "L302",
        w -> w.locked().bytes("small.lock", b -> new byte[0]),
        "small.lock");
    to.fail(
        "lock-cut-in-half",
        3,
        "L302",
        w -> w.locked().bytes("small.lock", b -> Arrays.copyOf(b, b.length / 2)),
        "small.lock");
    to.fail(
        "lock-without-its-last-byte",
        3,
        "L302",
        w -> w.locked().bytes("small.lock", b -> Arrays.copyOf(b, b.length - 1)),
        "small.lock");
    to.fail(
        "lock-with-a-byte-more",
        3,
        "L302",
        w -> w.locked().edit("small.lock", t -> t + " "),
        "small.lock");
    to.fail(
        "lock-that-is-a-picture",
        3,
        "L302",
        w ->
            w.locked()
                .bytes("small.lock", b -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}),
        "small.lock");
    to.fail(
        "lock-that-is-a-web-page",
        3,
        "L302",
        w -> w.locked().edit("small.lock", t -> "<!DOCTYPE html><html></html>"),
        "small.lock");
    to.fail(
        "lock-with-a-key-twice",
        3,
        "L302",
        w ->
            w.locked()
                .edit(
                    "small.lock",
                    t -> t.replaceFirst("\\{\"dsse\"", "{\"format\":\"planlock-lock/1\",\"dsse\"")),
        "small.lock");
    to.fail(
        "lock-with-a-key-of-its-own",
        3,
        "L302",
        w ->
            w.locked()
                .edit(
                    "small.lock",
                    t -> t.replaceFirst("\\{\"dsse\"", "{\"comment\":\"trust me\",\"dsse\"")),
        "small.lock");
    to.fail(
        "lock-of-a-newer-format",
        3,
        "L303",
        w -> w.locked().replace("small.lock", "planlock-lock/1", "planlock-lock/2"),
        "small.lock");
    to.fail(
        "lock-of-no-format",
        3,
        "L302",
        w -> w.locked().replace("small.lock", "planlock-lock/1", "postcard"),
        "small.lock");
    to.fail(
        "lock-with-another-digest",
        1,
        "L304",
        w -> w.locked().edit("small.lock", t -> otherDigit(t, "\"statementSha256\":\"")),
        "small.lock");
    to.fail(
        "lock-with-another-title-in-the-statement",
        1,
        "L304",
        w -> w.locked().edit("small.lock", t -> otherStatement(t)),
        "small.lock");
    to.fail(
        "lock-of-another-plan-under-this-digest",
        1,
        "L304",
        w -> {
          w.locked();
          var digest = value(w.text("small.lock"), "\"statementSha256\":\"");
          w.neighbourLock();
          w.edit("small.lock", t -> t.replace(value(t, "\"statementSha256\":\""), digest));
        },
        "small.lock");
    to.fail(
        "lock-without-statement",
        3,
        "L302",
        w ->
            w.locked()
                .edit(
                    "small.lock",
                    t -> t.replaceFirst("\"payload\":\"[^\"]*\"", "\"payload\":\"\"")),
        "small.lock");
    to.fail(
        "lock-of-another-study",
        1,
        "L313",
        w -> {
          w.locked();
          w.neighbourLock();
          w.without("small.plan");
        },
        "small.lock");
    to.fail("lock-missing", 5, "", w -> w.locked().without("small.lock"), "small.lock");
  }

  private static String value(String text, String before) {
    int from = text.indexOf(before) + before.length();
    return text.substring(from, text.indexOf('"', from));
  }

  private static String otherDigit(String text, String before) {
    var old = value(text, before);
    return text.replace(old, (old.charAt(0) == '0' ? '1' : '0') + old.substring(1));
  }

  /** A statement with another title. */
  private static String otherStatement(String text) {
    var old = value(text, "\"payload\":\"");
    var statement = new String(Base64.getDecoder().decode(old), StandardCharsets.UTF_8);
    var other = statement.replace("A small plan", "A smell plan");
    return text.replace(
        old, Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8)));
  }
}
