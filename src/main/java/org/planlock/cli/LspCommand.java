package org.planlock.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.util.concurrent.Callable;
import org.planlock.Planlock;
import org.planlock.editor.server.PlanLanguageServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Speaks with an editor on the standard streams; nothing else is printed there. */
@Command(
    addMethodSubcommands = false,
    name = "lsp",
    description = {
      "Serve an editor: mistakes, explanations, completion, names, outline of plans as they are written.",
      "Editors start this themselves (Language Server Protocol on the standard streams)."
    },
    sortOptions = false)
final class LspCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @SuppressWarnings("unused") // editors say so; there is no other way
  @Option(names = "--stdio", description = "speak on the standard streams, as always")
  private boolean isStandard;

  @SuppressWarnings("unused") // only picocli looks at it
  @Mixin
  private CommonOptions common = new CommonOptions();

  LspCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return PlanLanguageServer.serve(
        Planlock.VERSION, new FileInputStream(FileDescriptor.in), surroundings.out());
  }
}
