package org.planlock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.planlock.lock.Json;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.time.ForgedReplies;

/**
 * One study of the conformance folder while its case is made: locked at noon of 2 December 2026,
 * signed and stamped, with one other plan in its ledger and a checkpoint that somebody has kept.
 */
final class ConformanceWorld {
  static final String NOW = "2027-03-01T12:00:00Z";
  private static final String LOCKED = "2026-12-02T12:00:00Z";
  private static final String TABLE =
      "rid,age,dose,before,after\na,30,1,10,12\nb,41,2,11,15\nc,52,1,9,9\nd,28,2,14,13\n";

  /** The plan of every case; its table is complete, so the lock holds its digest. */
  static final String PLAN = Desk.SMALL.replace("separator comma", "separator comma  complete yes");

  final Path folder;
  final Desk desk;

  ConformanceWorld(Path folder) {
    this.folder = folder;
    desk = new Desk(folder).where("PLANLOCK_PASSPHRASE", "known to everybody").where("USER", "ana");
    desk.at(LOCKED);
  }

  ConformanceWorld study() {
    desk.with("small.plan", PLAN).with("wide.csv", TABLE);
    return this;
  }

  ConformanceWorld locked(String... more) {
    study();
    type("lock", "small.plan", more);
    return this;
  }

  /** Another plan of the same study, so that the ledger has more than one line to lose. */
  ConformanceWorld neighbour() {
    desk.with("second.plan", PLAN.replace("\"small\"", "\"second\""));
    type("lock", "second.plan");
    return without("second.plan", "second.lock");
  }

  /** The lock of another plan of the same name, from another folder, in the place of this one. */
  ConformanceWorld neighbourLock() {
    try {
      var elsewhere = new ConformanceWorld(Files.createTempDirectory("planlock-conformance"));
      elsewhere.study().replace("small.plan", "0.5, 1", "1").type("lock", "small.plan");
      desk.with("small.lock", elsewhere.desk.bytes("small.lock"));
      delete(elsewhere.folder);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A checkpoint of the ledger as it is now, in the hands of somebody else. */
  ConformanceWorld kept() {
    return people("ana").type("checkpoint", "small.lock", "--sign", "ana", "--out", "kept");
  }

  ConformanceWorld checkpoint() {
    return locked().kept();
  }

  ConformanceWorld removeLedger() {
    delete(folder.resolve(".planlock"));
    return this;
  }

  /** Takes away keys, and what a verification does not read. */
  void tidy() {
    for (var name :
        List.of(
            "ana",
            "ben",
            "eve",
            ".planlock/ledger.lck",
            ".planlock/ledger.tail",
            ".planlock/locks")) {
      delete(folder.resolve(name));
    }
  }

  private static void delete(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (var all = Files.walk(root)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ConformanceWorld people(String... names) {
    var lines = new StringBuilder();
    for (var name : names) {
      type("key", "new", name);
      type("key", "show", name);
      lines.append(name).append(' ').append(desk.out());
    }
    desk.with("signers", lines.toString());
    return this;
  }

  ConformanceWorld anchors() {
    desk.with("root.pem", ForgedReplies.root()).with("second-root.pem", ForgedReplies.otherRoot());
    return this;
  }

  ConformanceWorld stamped(Function<ForgedReplies, byte[]> reply) {
    var lock = lock();
    var stamp = ForgedReplies.evidence(reply.apply(new ForgedReplies(lock.statement().bytes())));
    return with(lock.stamped(stamp));
  }

  ConformanceWorld with(PlanLock lock) {
    desk.with("small.lock", LockFile.bytes(lock));
    return this;
  }

  PlanLock lock() {
    return LockFile.parse(desk.bytes("small.lock"), "small.lock").orThrow();
  }

  ConformanceWorld stamp(Json.Fields stamp) {
    return with(lock().stamped(stamp));
  }

  /** Changes a file as text. */
  ConformanceWorld edit(String name, UnaryOperator<String> change) {
    var before = text(name);
    var after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalStateException("nothing changed in " + name);
    }
    desk.with(name, after);
    return this;
  }

  ConformanceWorld replace(String name, String old, String by) {
    return edit(name, text -> text.replace(old, by));
  }

  ConformanceWorld bytes(String name, UnaryOperator<byte[]> change) {
    desk.with(name, change.apply(desk.bytes(name)));
    return this;
  }

  /** Changes the lines of the ledger. */
  ConformanceWorld ledger(Consumer<List<String>> change) {
    var lines = new ArrayList<>(desk.ledger());
    change.accept(lines);
    var text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    desk.with(".planlock/ledger.jsonl", text);
    return this;
  }

  ConformanceWorld without(String... names) {
    try {
      for (var name : names) {
        Files.delete(folder.resolve(name));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything else that a command needs first; it must work. */
  ConformanceWorld type(String command, String first, String... more) {
    var words = new ArrayList<>(List.of(command, first));
    words.addAll(Arrays.asList(more));
    if (desk.type(words.toArray(String[]::new)) != 0) {
      throw new IllegalStateException(words + ": " + desk.err() + desk.out());
    }
    return this;
  }

  String text(String name) {
    return new String(desk.bytes(name), StandardCharsets.UTF_8);
  }
}
