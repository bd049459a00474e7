package org.planlock.lock.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.Bodies;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.lock.signature.Keys;

/** A small trial for tests: an allocation, its keys, and what was sealed and released of it. */
final class Trial {
  static final String NAME = "allocation.csv";
  static final SealedColumns ARM = new SealedColumns("participant_id", List.of("arm"));
  static final Sha256 LOCK = Bodies.FIRST;
  static final Sha256 OTHER_LOCK = Bodies.SECOND;
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final String REASON = "the last visit is over";
  static final String TEXT =
      """
      participant_id,age,arm
      s01,34,ketamine
      s02,51,placebo
      s03,27,placebo
      s04,45,ketamine
      s05,39,ketamine
      s06,62,placebo
      s07,30,ketamine
      s08,41,placebo
      s09,55,ketamine
      s10,36,placebo
      s11,48,ketamine
      s12,29,placebo
      s13,33,ketamine
      s14,57,placebo
      """;

  private Trial() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A key of 32 equal bytes. */
  static CustodianKey key(int number) {
    var bytes = new byte[CustodianKey.BYTES];
    Arrays.fill(bytes, (byte) number);
    return CustodianKey.of(bytes).orElseThrow();
  }

  /** Seals with a nonce that is the same in every test. */
  static Checked<SealedTable> seal(byte[] table, String name, SealedColumns columns) {
    return new TableSealer(columns, Optional.empty(), new Counting()).seal(table, name, key(1));
  }

  static SealedTable sealed() {
    return seal(utf8(TEXT), NAME, ARM).orThrow();
  }

  static OpenedTable opened() {
    return sealed().open(key(1), "allocation.sealed").orThrow();
  }

  static ReleaseStatement statement(Opens opens) {
    return new ReleaseStatement(
        LOCK, NAME, sealed().sha256(), opens, new TreeHead(2, Bodies.digest("root")), REASON, NOON);
  }

  /** Everything, for the first lock, signed by the first custodian. */
  static CustodianRelease release() {
    return CustodianRelease.unsigned(statement(new Opens.Everything(key(1)))).signed(Keys.key(0));
  }

  /** One participant alone. */
  static CustodianRelease emergency(String participant) {
    var row = opened().disclose(participant).orThrow();
    return CustodianRelease.unsigned(statement(new Opens.OneParticipant(row))).signed(Keys.key(0));
  }

  /** The file of a sealed table with these parts, and checksums that fit. */
  static byte[] file(byte[] header, String ciphertext, byte[] readable) {
    var checksums =
        JsonWriter.bytes(SealedTableFile.checksums(header, utf8(ciphertext), readable.length));
    return joined(header, utf8("\n"), checksums, utf8("\n" + ciphertext + "\n"), readable);
  }

  static byte[] joined(byte[]... parts) {
    var all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (var part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** A table of so many participants, every third with the longer label. */
  static String large(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> "s" + i + "," + (18 + i % 60) + "," + (i % 3 == 0 ? "ketamine" : "placebo"))
        .collect(Collectors.joining("\n", "participant_id,age,arm\n", "\n"));
  }

  static List<Rule> rules(Checked<?> checked) {
    return rules(checked.diagnostics());
  }

  static List<Rule> rules(List<Diagnostic> found) {
    return found.stream().map(Diagnostic::rule).toList();
  }

  static String message(Checked<?> checked) {
    return checked.diagnostics().stream()
        .map(Diagnostic::message)
        .collect(Collectors.joining("; "));
  }

  private static final class Counting extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) i;
      }
    }
  }
}
