package org.planlock.cli;

import java.io.Console;
import java.util.Optional;

/** Asks for the passphrase of a key: the environment, else the person at the terminal. */
final class Passphrase {
  private static final String VARIABLE = "PLANLOCK_PASSPHRASE";

  private Passphrase() {}

  /** The passphrase, empty if nobody gives one. */
  static char[] ask(Surroundings surroundings, String question) {
    var given = surroundings.environment().get(VARIABLE);
    if (given != null) {
      return given.toCharArray();
    }
    return surroundings.isTerminal() ? typed(question) : new char[0];
  }

  private static char[] typed(String question) {
    return Optional.ofNullable(System.console())
        .map((Console console) -> console.readPassword("%s: ", question))
        .orElseGet(() -> new char[0]);
  }
}
