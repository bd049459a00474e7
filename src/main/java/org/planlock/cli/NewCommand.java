package org.planlock.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.source.Span;
import org.planlock.syntax.notation.PlanNotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commented starter plan. */
@Command(
    name = "new",
    description = "Write a commented plan to start from; its name says the notation.",
    sortOptions = false)
final class NewCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "a file that is not there yet: my-study.plan, .plan.yaml or .plan.groovy")
  private Optional<String> file = Optional.empty();

  @Option(names = "--from", paramLabel = "NAME", description = "which starter (default: first)")
  private String from = "first";

  @Option(names = "--list", description = "list the starters")
  private boolean isListing;

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  NewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    if (isListing) {
      screen.print(list());
      return ExitCode.HOLDS;
    }
    var name =
        file.orElseThrow(
            () ->
                new ParameterException(spec.commandLine(), "which file? `plan new my-study.plan`"));
    var written = starter().then(starter -> write(starter, name));
    if (!written.isSound()) {
      return screen.stop(written.diagnostics());
    }
    screen.print("wrote " + name + "; `plan check " + name + " --fields` shows what is open\n");
    return ExitCode.HOLDS;
  }

  private Checked<Starter> starter() {
    return Starter.of(from)
        .map(Checked::of)
        .orElseGet(
            () ->
                Checked.failed(
                    Diagnostic.at(
                            Span.none("--from " + from),
                            Rule.UNKNOWN_STARTER,
                            "there is no starter `" + from + "`")
                        .help(
                            Nearest.to(from, Starter.words())
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("`plan new --list` shows them"))));
  }

  private Checked<Path> write(Starter starter, String name) {
    return PlanNotation.of(name)
        .then(
            notation -> {
              var bytes = starter.text(notation, id(name)).getBytes(StandardCharsets.UTF_8);
              return AtomicFile.onDisk().create(surroundings.file(name), bytes);
            });
  }

  private static String id(String name) {
    var stem =
        String.valueOf(Path.of(name).getFileName())
            .replaceFirst("(?i)(\\.plan)?(\\.ya?ml|\\.groovy)?$", "")
            .replaceAll("[^\\p{L}\\p{N}._-]", "-");
    return stem.isEmpty() ? "plan" : stem;
  }

  private static String list() {
    return Arrays.stream(Starter.values())
        .map(one -> String.format(java.util.Locale.ROOT, "%-12s %s%n", one.word(), one.purpose()))
        .collect(Collectors.joining())
        .replace(System.lineSeparator(), "\n");
  }
}
