package org.planlock.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that prints text for people or JSON for programs. */
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

  @Mixin private CommonOptions common = new CommonOptions();

  Screen screen(Surroundings surroundings) {
    return common.screen(
        surroundings, format == Format.JSON ? FindingFormat.JSON : FindingFormat.TEXT);
  }

  /** Whether these arguments ask for a stack trace, even if they cannot be understood. */
  static boolean asksForDebugging(String[] arguments) {
    return List.of(arguments).contains("--debug");
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
