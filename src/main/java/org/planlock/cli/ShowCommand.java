package org.planlock.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.lock.CanonicalJson;
import org.planlock.syntax.notation.PlanNotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a plan, in the same notation or another. */
@Command(
    name = "show",
    description = "Print a plan, or convert it to another notation.",
    sortOptions = false)
final class ShowCommand implements Callable<Integer> {
  /** What a plan can be printed as. */
  enum As {
    YAML,
    PLAN,
    GROOVY,
    JSON
  }

  private final Surroundings surroundings;

  @Parameters(paramLabel = "PLAN|LOCK", description = "a plan, or a lock with a plan in it")
  private String plan = "";

  @Option(
      names = "--as",
      paramLabel = "yaml|plan|groovy|json",
      description = "the notation; json gives the canonical form, whose SHA-256 is the digest")
  private Optional<As> as = Optional.empty();

  @Option(
      names = "--expanded",
      description = "with every default written out and every template spelt out: what is promised")
  private boolean isExpanded;

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  ShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var read = AnyPlan.read(surroundings, plan);
    if (!read.isSound()) {
      return screen.stop(read.diagnostics());
    }
    screen.warn(read.diagnostics());
    var any = read.orThrow();
    return as.filter(word -> word == As.JSON).isPresent()
        ? canonical(screen, any)
        : written(screen, any);
  }

  private static int canonical(Screen screen, AnyPlan any) {
    var bytes = CanonicalJson.bytes(any.canonical());
    if (!bytes.isSound()) {
      return screen.stop(bytes.diagnostics());
    }
    screen.print(bytes.orThrow());
    return ExitCode.HOLDS;
  }

  private int written(Screen screen, AnyPlan any) {
    var notation = as.map(ShowCommand::notation).orElse(any.notation());
    var text = notation.writer().write(isExpanded ? any.canonical() : any.written());
    if (!text.isSound()) {
      return screen.stop(text.diagnostics());
    }
    screen.print(text.orThrow());
    return ExitCode.HOLDS;
  }

  private static PlanNotation notation(As word) {
    return switch (word) {
      case YAML, JSON -> PlanNotation.YAML;
      case PLAN -> PlanNotation.PLAN;
      case GROOVY -> PlanNotation.GROOVY;
    };
  }
}
