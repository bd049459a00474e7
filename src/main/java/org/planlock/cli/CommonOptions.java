package org.planlock.cli;

import picocli.CommandLine.Option;

/** The options of every command, whatever it prints. */
final class CommonOptions {
  @Option(names = "--json", description = "the same as --format json")
  private boolean isJson;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      description = "coloured text; auto: only on a terminal, and not if NO_COLOR is set")
  private ScreenOptions.Colour colour = ScreenOptions.Colour.AUTO;

  @SuppressWarnings("unused") // only picocli looks at it
  @Option(names = "--debug", description = "show where the program failed, if it does")
  private boolean isDebugging;

  @SuppressWarnings("unused") // only picocli looks at it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean isHelpWanted;

  boolean isJson() {
    return isJson;
  }

  /**
   * The screen that was asked for.
   *
   * @param format what another option asks for
   */
  Screen screen(Surroundings surroundings, FindingFormat format) {
    boolean colours =
        switch (colour) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO ->
              surroundings.isTerminal()
                  && surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty();
        };
    return new Screen(surroundings, colours, isJson ? FindingFormat.JSON : format);
  }
}
