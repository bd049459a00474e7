package org.planlock.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.planlock.lock.ledger.LedgerFolder;
import org.planlock.report.Style;

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

  /** What a terminal here shows; plain lines of any length where nobody looks. */
  Style style(boolean isColoured) {
    var style = isColoured ? Style.COLOUR : Style.PLAIN;
    if (!isTerminal) {
      return style;
    }
    var wide = columns().isPresent() ? style.within(columns().getAsInt()) : style;
    return isUnicode() ? wide : wide.inAscii();
  }

  /** The width that the launcher read from the terminal. */
  private OptionalInt columns() {
    var said = environment.getOrDefault("COLUMNS", "");
    return said.matches("[1-9]\\d{0,4}")
        ? OptionalInt.of(Integer.parseInt(said))
        : OptionalInt.empty();
  }

  /** Whether the locale's characters are Unicode, by the order in which POSIX reads it. */
  private boolean isUnicode() {
    var locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("C")
            .toLowerCase(Locale.ROOT);
    return locale.contains("utf-8") || locale.contains("utf8");
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
