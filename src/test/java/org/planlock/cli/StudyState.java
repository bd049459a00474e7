package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.planlock.lock.LockFile;
import org.planlock.lock.commitment.CommitmentFile;
import org.planlock.lock.ledger.LedgerReader;
import org.planlock.lock.ledger.entry.Amendment;
import org.planlock.lock.ledger.entry.EntryType;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.LockedPlan;
import org.planlock.lock.ledger.entry.Locking;

/** All files of a study that are of account, and what its ledger says. */
record StudyState(Map<String, byte[]> files, List<EntryType> entries, List<String> damage) {
  /** Signatures and random numbers are written with a few digits more or less. */
  private static final int RANDOM = 8;

  private static final String LEDGER = "study/.planlock/ledger.jsonl";

  /** What a writer keeps for itself, drafts, and copies of locks, which the ledger speaks for. */
  private static final Pattern AUXILIARY =
      Pattern.compile(
          ".*\\.planlock/(ledger\\.(lck|tail|jsonl)|\\.gitattributes|locks/.*|torn-.*)"
              + "|config/own-time\\.key|(.*/)?\\..*\\.\\d+-.*");

  static StudyState of(Path root) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var all = Files.walk(root)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var name = root.relativize(file).toString();
        if (!AUXILIARY.matcher(name).matches()) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    }
    var damage = new ArrayList<String>();
    var entries = entries(root.resolve(LEDGER), damage);
    return new StudyState(files, entries, damage);
  }

  private static List<EntryType> entries(Path ledger, List<String> damage) {
    if (!Files.exists(ledger)) {
      return List.of();
    }
    var read = LedgerReader.read(ledger);
    var known = read.value().map(one -> one.entries()).orElse(List.of());
    if (!read.isSound() && !known.isEmpty()) {
      damage.add("the ledger: " + read.diagnostics());
    }
    for (var entry : known) {
      copy(entry)
          .map(digest -> ledger.resolveSibling("locks/" + digest + ".json"))
          .filter(file -> !Files.isRegularFile(file))
          .ifPresent(file -> damage.add("the ledger tells of " + file + ", and it is not there"));
    }
    return known.stream().map(LedgerEntry::type).toList();
  }

  private static Optional<String> copy(LedgerEntry entry) {
    var locked =
        entry.body() instanceof Locking locking
            ? Optional.of(locking.locked())
            : entry.body() instanceof Amendment amendment
                ? Optional.of(amendment.locked())
                : Optional.<LockedPlan>empty();
    return locked.map(one -> one.copy().hex());
  }

  /** The files that are not as they are in another state. */
  Set<String> differing(StudyState other) {
    var names = new TreeSet<>(files.keySet());
    names.addAll(other.files.keySet());
    names.removeIf(name -> Arrays.equals(files.get(name), other.files.get(name)));
    return names;
  }

  /** Entries beside those that a repetition adds. */
  List<EntryType> lasting() {
    return entries.stream()
        .filter(
            type ->
                type != EntryType.INIT
                    && type != EntryType.RECOVER
                    && type != EntryType.EXECUTE_START
                    && type != EntryType.EXECUTE_END)
        .toList();
  }

  /** Whether a file holds as much as in another state, so that it was not cut; bytes differ. */
  boolean isWhole(String name, StudyState other) {
    var here = files.get(name);
    var there = other.files.get(name);
    if (here == null || there == null) {
      return false;
    }
    if (name.endsWith(".commitment")) {
      return CommitmentFile.parse(here, name).isSound();
    }
    return name.endsWith(".lock")
        ? LockFile.parse(here, name).isSound()
        : Math.abs(here.length - there.length) <= RANDOM;
  }
}
