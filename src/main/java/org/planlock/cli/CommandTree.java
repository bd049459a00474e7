package org.planlock.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** All commands, and what becomes of the mistakes in calling them. */
final class CommandTree {
  private static final int WIDTH = 100;

  private final Surroundings surroundings;
  private final Complaints complaints;

  CommandTree(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.complaints = new Complaints(surroundings.err());
  }

  int execute(String[] arguments) {
    boolean isDebugging = ScreenOptions.asksForDebugging(arguments);
    try {
      return commands(isDebugging).execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return complaints.outOfMemory(e, isDebugging);
    } finally {
      surroundings.out().flush();
      surroundings.err().flush();
    }
  }

  private CommandLine commands(boolean isDebugging) {
    var all = new CommandLine(new PlanCommand());
    all.addSubcommand(new NewCommand(surroundings))
        .addSubcommand(new CheckCommand(surroundings))
        .addSubcommand(new ShowCommand(surroundings))
        .addSubcommand(new DiffCommand(surroundings))
        .addSubcommand(new LockCommand(surroundings))
        .addSubcommand(new VerifyCommand(surroundings))
        .addSubcommand(new ExecuteCommand(surroundings))
        .addSubcommand(new ExplainCommand(surroundings))
        .addSubcommand(new DemoCommand(surroundings));
    all.getSubcommands().values().forEach(CommandTree::layOut);
    all.setUsageHelpWidth(WIDTH);
    all.setCaseInsensitiveEnumValuesAllowed(true);
    all.setExpandAtFiles(false);
    all.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    all.setOut(writer(surroundings.out()));
    all.setErr(writer(surroundings.err()));
    all.setParameterExceptionHandler((wrong, typed) -> misused(wrong));
    all.setExecutionExceptionHandler(
        (failure, command, parsed) -> complaints.internal(failure, isDebugging));
    return all;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static void layOut(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .synopsisHeading("")
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .optionListHeading("%n");
  }

  private int misused(ParameterException wrong) {
    return complaints.misused(wrong);
  }
}
