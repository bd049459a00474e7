package org.planlock.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** All commands, and what becomes of the mistakes in calling them. */
final class CommandTree {
  private static final int WIDTH = 100;
  private static final Set<String> VERSION = Set.of("--version", "-V");

  private final Surroundings surroundings;
  private final Complaints complaints;

  CommandTree(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.complaints = new Complaints(surroundings.err());
  }

  int execute(String[] arguments) {
    boolean isDebugging = ScreenOptions.asksForDebugging(arguments);
    try {
      return commands(arguments, isDebugging).execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return complaints.outOfMemory(e, isDebugging);
    } finally {
      surroundings.out().flush();
      surroundings.err().flush();
    }
  }

  private CommandLine commands(String[] arguments, boolean isDebugging) {
    var all = new CommandLine(new PlanCommand());
    named(arguments).forEach((name, command) -> all.addSubcommand(name, command.get()));
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

  /** The one that is called; all where that cannot be told, and none where only the version is. */
  private Map<String, Supplier<Object>> named(String[] arguments) {
    var all = all();
    var first = arguments.length == 0 ? "" : arguments[0];
    if (arguments.length == 1 && VERSION.contains(first)) {
      return Map.of();
    }
    var called = all.get(first);
    return called == null ? all : Map.of(first, called);
  }

  /** Commands are made when they are called: the options of all take as long to read as a plan. */
  private Map<String, Supplier<Object>> all() {
    var all = new LinkedHashMap<String, Supplier<Object>>();
    all.put("new", () -> new NewCommand(surroundings));
    all.put("import", () -> new ImportCommand(surroundings));
    all.put("check", () -> new CheckCommand(surroundings));
    all.put("show", () -> new ShowCommand(surroundings));
    all.put("fmt", () -> new FmtCommand(surroundings));
    all.put("diff", () -> new DiffCommand(surroundings));
    all.put("lock", () -> new LockCommand(surroundings));
    all.put("amend", () -> new AmendCommand(surroundings));
    all.put("verify", () -> new VerifyCommand(surroundings));
    all.put("sign", () -> new SignCommand(surroundings));
    all.put("timestamp", () -> new TimestampCommand(surroundings));
    all.put("checkpoint", () -> new CheckpointCommand(surroundings));
    all.put("export-evidence", () -> new ExportEvidenceCommand(surroundings));
    all.put("seal", () -> new SealCommand(surroundings));
    all.put("release", () -> new ReleaseCommand(surroundings));
    all.put("blind", () -> new BlindCommand(surroundings));
    all.put("reveal", () -> new RevealCommand(surroundings));
    all.put("execute", () -> new ExecuteCommand(surroundings));
    all.put("report", () -> new ReportCommand(surroundings));
    all.put("compare", () -> new CompareCommand(surroundings));
    all.put("recorder", () -> new RecorderCommand(surroundings));
    all.put("key", () -> new KeyCommand(surroundings));
    all.put("tsa", () -> new TsaCommand(surroundings));
    all.put("schema", () -> new SchemaCommand(surroundings));
    all.put("lsp", () -> new LspCommand(surroundings));
    all.put("explain", () -> new ExplainCommand(surroundings));
    all.put("demo", () -> new DemoCommand(surroundings));
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
