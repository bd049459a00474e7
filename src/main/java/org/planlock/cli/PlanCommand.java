package org.planlock.cli;

import org.planlock.Planlock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command. */
@Command(
    addMethodSubcommands = false,
    name = "plan",
    version = "planlock " + Planlock.VERSION,
    synopsisHeading = "",
    customSynopsis = "plan COMMAND ...",
    description = {
      "",
      "Write an analysis plan, lock it before the results are seen, execute it, and see every"
          + " deviation.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "`plan COMMAND --help` explains a command; `plan demo` shows them all on an example.",
      "",
      "Exit codes: 0 holds, 1 mismatch or undeclared deviation, 2 wrong command, 3 invalid input,",
      "4 weaker than asked, 5 missing file or full disk, 6 busy, 7 refused, 70 internal error."
    })
final class PlanCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("unused") // only picocli looks at it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean isHelpWanted;

  @SuppressWarnings("unused") // only picocli looks at it
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "show the version")
  private boolean isVersionWanted;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? `plan --help` lists them");
  }
}
