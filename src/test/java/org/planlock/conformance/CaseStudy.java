package org.planlock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.planlock.cli.Desk;
import org.planlock.lock.Json;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;

/** The folder of a case while it is made: an honest study first, then what is done to it. */
final class CaseStudy {
  static final String LOCKED_AT = "2026-11-22T09:00:00Z";
  static final String LOCK = "small.lock";
  static final String PLAN = "small.plan";
  private static final String LEDGER = ".planlock/ledger.jsonl";

  private final Desk desk;
  private List<String> arguments = List.of("verify", LOCK);

  CaseStudy(Path folder) {
    desk = new Desk(folder).where("USER", "ana").at(LOCKED_AT);
  }

  /** What the command is called with; without it {@code verify small.lock}. */
  CaseStudy called(String... words) {
    arguments = List.of(words);
    return this;
  }

  /** {@code verify small.lock} with more words behind it. */
  CaseStudy verifiedWith(String... words) {
    arguments = Stream.concat(List.of("verify", LOCK).stream(), List.of(words).stream()).toList();
    return this;
  }

  List<String> arguments() {
    return arguments;
  }

  Path folder() {
    return desk.folder;
  }

  /** The small plan, locked. */
  CaseStudy locked() {
    return with(PLAN, Desk.SMALL).typed("lock", PLAN);
  }

  /** Types a command that must succeed. */
  CaseStudy typed(String... words) {
    assertThat(desk.type(words)).as(desk.err() + desk.out()).isZero();
    return this;
  }

  /** What a command prints that must succeed. */
  String printed(String... words) {
    return typed(words).desk.out();
  }

  CaseStudy at(String instant) {
    desk.at(instant);
    return this;
  }

  CaseStudy with(String file, String text) {
    desk.with(file, text);
    return this;
  }

  CaseStudy with(String file, byte[] bytes) {
    desk.with(file, bytes);
    return this;
  }

  /** The plan beside the lock, edited. */
  CaseStudy replanned(String from, String to) {
    var text = text(PLAN);
    assertThat(text).contains(from);
    return with(PLAN, text.replace(from, to));
  }

  byte[] bytes(String file) {
    return desk.bytes(file);
  }

  String text(String file) {
    return new String(desk.bytes(file), StandardCharsets.UTF_8);
  }

  PlanLock lock() {
    return LockFile.parse(desk.bytes(LOCK), LOCK).orThrow();
  }

  /** The lock edited as text, with no checksum made to fit. */
  CaseStudy edited(UnaryOperator<String> edit) {
    var text = text(LOCK);
    assertThat(edit.apply(text)).isNotEqualTo(text);
    return with(LOCK, edit.apply(text));
  }

  CaseStudy stamped(Json.Fields... stamps) {
    var lock = lock();
    for (var stamp : stamps) {
      lock = lock.stamped(stamp);
    }
    return with(LOCK, LockFile.bytes(lock));
  }

  /** A key for each person, and a file {@code signers} that accepts them. */
  CaseStudy people(String... names) {
    var lines = new StringBuilder();
    for (var name : names) {
      typed("key", "new", name, "--no-passphrase").typed("key", "show", name);
      lines.append(name).append(' ').append(desk.out());
    }
    return with("signers", lines.toString());
  }

  List<String> ledger() {
    return desk.ledger();
  }

  CaseStudy ledger(List<String> lines) {
    return with(LEDGER, String.join("\n", lines) + "\n");
  }

  CaseStudy ledger(String text) {
    return with(LEDGER, text);
  }

  CaseStudy without(String... files) throws IOException {
    for (var file : files) {
      delete(folder().resolve(file));
    }
    return this;
  }

  /** Leaves only what a verifier would be given. */
  void finish() throws IOException {
    without(".planlock/ledger.lck", ".planlock/ledger.tail", ".planlock/locks");
    try (var files = Files.list(folder())) {
      for (var file : files.filter(CaseStudy::isOwners).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Keys, and public keys that stand in {@code signers} too. */
  private static boolean isOwners(Path file) {
    try {
      return Files.isRegularFile(file)
          && (file.toString().endsWith(".pub")
              || Files.readString(file, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (var all = Files.walk(root)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
