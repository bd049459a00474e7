package org.planlock.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.lock.ledger.LedgerFolder;

/**
 * What a command sees of the world, so that tests can give it another.
 *
 * @param directory where paths that the user types start
 * @param home where Planlock is installed
 * @param isTerminal whether a person reads along and can answer
 */
record Surroundings(
    PrintStream out,
    PrintStream err,
    BufferedReader in,
    Path directory,
    Path home,
    InstantSource clock,
    Map<String, String> environment,
    boolean isTerminal) {
  Surroundings {
    environment = Map.copyOf(environment);
  }

  static Surroundings ofThisProcess() {
    return new Surroundings(
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        Path.of(""),
        Installation.folder(),
        InstantSource.system(),
        System.getenv(),
        Terminal.isAttached());
  }

  /** Who types, by the name that the machine knows them by. */
  String person() {
    return Stream.of("PLANLOCK_PERSON", "USER", "USERNAME")
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("unknown");
  }

  /** The ledger's folder in the folder of a plan or lock. */
  LedgerFolder ledgerOf(String typed) {
    return LedgerFolder.ofStudy(file(typed).toAbsolutePath().normalize().resolveSibling(""));
  }

  /** The file that the user means. */
  Path file(String typed) {
    return directory.resolve(typed);
  }
}
