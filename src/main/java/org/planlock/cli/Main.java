package org.planlock.cli;

import java.util.Locale;

/** The program {@code plan}. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.exit(execute(arguments, Surroundings.ofThisProcess()));
  }

  /** Runs one command in the given surroundings; the exit code. */
  static int execute(String[] arguments, Surroundings surroundings) {
    // picocli would look for Groovy closures by loading a class that is not there
    System.setProperty("picocli.disable.closures", "true");
    return new CommandTree(surroundings).execute(arguments);
  }
}
