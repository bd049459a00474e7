package org.planlock.cli;

import java.lang.reflect.InvocationTargetException;

/** Whether this process talks to a person. */
final class Terminal {
  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // asked both ways, for all versions of Java
  static boolean isAttached() {
    var console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // since Java 22 there is a console even without a terminal, and a method that tells
      return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
