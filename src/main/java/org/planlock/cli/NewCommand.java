package org.planlock.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.DraftText;
import org.planlock.intake.table.OfferedTable;
import org.planlock.intake.table.PlanFromTables;
import org.planlock.intake.table.Wishes;
import org.planlock.source.Span;
import org.planlock.syntax.notation.PlanNotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commented plan to go on with: a starter, or what tables and a few answers say. */
@Command(
    name = "new",
    description = {
      "Write a commented plan to go on with; its name says the notation. With --data the columns,",
      "levels, units and missing codes of the tables are proposed. On a terminal a few questions",
      "are asked. What is for you to decide stays open, and is counted."
    },
    sortOptions = false)
final class NewCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "a file that is not there yet: my-study.plan or my-study.plan.yaml")
  private Optional<String> file = Optional.empty();

  @Mixin private DraftFile draftFile = new DraftFile();

  @Option(
      names = "--data",
      paramLabel = "DIR|TABLE",
      description = "a BIDS folder (participants.tsv, phenotype/), or one table")
  private Optional<String> data = Optional.empty();

  @Option(names = "--id", paramLabel = "NAME", description = "of the plan (default: of its file)")
  private Optional<String> id = Optional.empty();

  @Option(names = "--title", paramLabel = "TEXT", description = "one sentence")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--participant",
      paramLabel = "COLUMN",
      description = "tells participants apart (default: participant_id)")
  private Optional<String> participant = Optional.empty();

  @Option(names = "--outcome", paramLabel = "COLUMN", description = "what is explained")
  private Optional<String> outcome = Optional.empty();

  @Option(names = "--group", paramLabel = "COLUMN", description = "the arms")
  private Optional<String> group = Optional.empty();

  @Option(
      names = "--predictors",
      paramLabel = "COLUMNS",
      split = ",",
      description = "what explains it, with commas between")
  private List<String> predictors = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "NAME",
      description = "a starter instead, as it is (without any option: first)")
  private Optional<String> from = Optional.empty();

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
    boolean isAsking = surroundings.isTerminal() && from.isEmpty();
    if (!isAsking && !isDrafting()) {
      return starter(screen);
    }
    if (from.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "a starter is written as it is: --from goes with no other choice");
    }
    return drafted(screen, isAsking);
  }

  private boolean isDrafting() {
    return Stream.of(data, id, title, participant, outcome, group).anyMatch(Optional::isPresent)
        || !predictors.isEmpty();
  }

  private int drafted(Screen screen, boolean isAsking) {
    var known =
        new PlanQuestions.Answered(
            new Wishes(
                id.orElseGet(() -> DraftFile.id(file, "my-study")),
                title,
                participant,
                outcome,
                group,
                predictors.stream().map(String::strip).filter(it -> !it.isEmpty()).toList()),
            data,
            draftFile.notationWord(file));
    var answered = isAsking ? new PlanQuestions(surroundings).complete(known) : Checked.of(known);
    var written = answered.then(this::propose);
    if (!written.isSound()) {
      return screen.stop(written.diagnostics());
    }
    screen.warn(written.diagnostics());
    screen.print(
        "wrote "
            + written.orThrow().name()
            + "\n"
            + written.orThrow().coverage().summary()
            + "   (plan check "
            + written.orThrow().name()
            + " --fields lists them)\n");
    return ExitCode.HOLDS;
  }

  private Checked<DraftFile.Done> propose(PlanQuestions.Answered answered) {
    return draftFile
        .place(file, answered.wishes().id(), answered.notation())
        .then(
            place ->
                tables(answered)
                    .then(tables -> PlanFromTables.propose(answered.wishes(), tables))
                    .then(draft -> new DraftText(place.name(), place.notation()).write(draft))
                    .then(text -> draftFile.write(surroundings, place, text)));
  }

  private Checked<List<OfferedTable>> tables(PlanQuestions.Answered answered) {
    return answered
        .data()
        .map(typed -> new DataFolder(surroundings.file(typed), typed).tables())
        .orElseGet(() -> Checked.of(List.of()));
  }

  private int starter(Screen screen) {
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
    var wanted = from.orElse("first");
    return Starter.of(wanted)
        .map(Checked::of)
        .orElseGet(
            () ->
                Checked.failed(
                    Diagnostic.at(
                            Span.none("--from " + wanted),
                            Rule.UNKNOWN_STARTER,
                            "there is no starter `" + wanted + "`")
                        .help(
                            Nearest.to(wanted, Starter.words())
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("`plan new --list` shows them"))));
  }

  private Checked<Path> write(Starter starter, String name) {
    return PlanNotation.of(name)
        .then(
            notation -> {
              var bytes =
                  starter
                      .text(notation, DraftFile.id(file, "plan"))
                      .getBytes(StandardCharsets.UTF_8);
              return draftFile.put(surroundings.file(name), bytes);
            });
  }

  private static String list() {
    return Arrays.stream(Starter.values())
        .map(one -> String.format(java.util.Locale.ROOT, "%-12s %s%n", one.word(), one.purpose()))
        .collect(Collectors.joining())
        .replace(System.lineSeparator(), "\n");
  }
}
