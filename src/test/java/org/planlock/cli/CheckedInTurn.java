package org.planlock.cli;

import java.nio.file.Path;

/** A process that checks one plan after another: what it prints of each, after its exit code. */
final class CheckedInTurn {
  static final String NEXT = "=== ";

  private CheckedInTurn() {}

  /** Checks the files that are named, which lie in the first of the arguments. */
  public static void main(String[] arguments) {
    var desk = new Desk(Path.of(arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      int exit = desk.type("check", arguments[i]);
      System.out.println(NEXT + exit + "\n" + desk.out() + desk.err());
    }
  }
}
