package org.planlock.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options of every command. */
final class ScreenOptions {
  /** How results are printed. */
  enum Format {
    TEXT,
    JSON
  }

  /** When text is coloured. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "for people (text) or for programs (json)")
  private Format format = Format.TEXT;

  @Option(names = "--json", description = "the same as --format json")
  private boolean isJson;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      description = "coloured text; auto: only on a terminal, and not if NO_COLOR is set")
  private Colour colour = Colour.AUTO;

  @SuppressWarnings("unused") // only picocli looks at it
  @Option(names = "--debug", description = "show where the program failed, if it does")
  private boolean isDebugging;

  @SuppressWarnings("unused") // only picocli looks at it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean isHelpWanted;

  Screen screen(Surroundings surroundings) {
    boolean colours =
        switch (colour) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO ->
              surroundings.isTerminal()
                  && surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty();
        };
    return new Screen(surroundings, colours, isJson || format == Format.JSON);
  }

  /** Whether these arguments ask for a stack trace, even if they cannot be understood. */
  static boolean asksForDebugging(String[] arguments) {
    return List.of(arguments).contains("--debug");
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
