package org.planlock.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.planlock.OutputFolder;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.RegularFile;
import org.planlock.source.Span;
import org.planlock.syntax.SourceReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the main commands on an example, each as it would be typed. */
@Command(
    name = "demo",
    description = {
      "The tour: check, lock, verify and execute an example, then execute it again with one"
          + " participant left out.",
      "The example is a simulated trial; nobody was treated."
    },
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {
  private static final String EXAMPLE = "ketamine-ptsd";
  private static final String FOLDER = "planlock-demo";

  private final Surroundings surroundings;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a folder that is not there yet (default: planlock-demo, or the next free)")
  private String out = "";

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    out = out.isEmpty() ? free() : out;
    var example = surroundings.home().resolve("examples").resolve(EXAMPLE);
    var plan = plan(example).then(this::copied);
    if (!plan.isSound()) {
      return screen.stop(plan.diagnostics());
    }
    var tour = new Tour(surroundings, screen);
    tour.show(steps(plan.orThrow(), shown(example.resolve("data"))));
    screen.print("\nEverything is in " + out + ": the plan, its lock, and two executions.\n");
    return tour.isAsExpected() ? ExitCode.HOLDS : ExitCode.MISMATCH;
  }

  /** The first of planlock-demo, planlock-demo-2, … that is not there yet. */
  private String free() {
    return Stream.iterate(1, number -> number + 1)
        .map(number -> number == 1 ? FOLDER : FOLDER + "-" + number)
        .filter(name -> !Files.exists(surroundings.file(name)))
        .findFirst()
        .orElseThrow();
  }

  private List<Tour.Stop> steps(String plan, String data) {
    var lock = out + "/" + EXAMPLE + ".lock";
    return List.of(
        new Tour.Stop(
            "Is the plan free of mistakes, and what does it leave open?",
            0,
            List.of("check", plan)),
        new Tour.Stop(
            "Lock it before anybody looks at the results.",
            0,
            List.of("lock", plan, "--data", data)),
        new Tour.Stop(
            "Anybody can prove later that nothing has changed.",
            0,
            List.of("verify", lock, "--data", data)),
        new Tour.Stop(
            "Execute it as planned; most of the time goes into leaving out two at a time"
                + " (21 x 20 folds, 600 cells, 4 models).",
            0,
            List.of("execute", lock, "--data", data, "--out", out + "/as-planned")),
        new Tour.Stop(
            "Leave out one participant whom no registered rule excludes: a deviation.",
            1,
            List.of(
                "execute",
                lock,
                "--data",
                data,
                "--out",
                out + "/without-sub-07",
                "--exclude",
                "sub-07",
                "--because",
                "fell asleep")));
  }

  private Checked<Path> plan(Path example) {
    return Stream.of(".plan", ".plan.yaml")
        .map(ending -> example.resolve(EXAMPLE + ending))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(Checked::of)
        .orElseGet(
            () ->
                Checked.failed(
                    Diagnostic.at(
                            Span.none(example.toString()),
                            Rule.INSTALLATION_INCOMPLETE,
                            "the example is not where Planlock is installed")
                        .help("start `./plan demo` in a copy of the repository")));
  }

  /** The example itself is never touched: locks stand beside their plans. */
  private Checked<String> copied(Path plan) {
    var name = String.valueOf(plan.getFileName());
    return OutputFolder.at(surroundings.file(out), out)
        .then(
            folder -> {
              try (folder) {
                return RegularFile.read(plan, name, SourceReading.MOST_BYTES)
                    .then(bytes -> AtomicFile.onDisk().create(folder.draft().resolve(name), bytes))
                    .then(file -> folder.publish())
                    .map(published -> published + "/" + name);
              }
            });
  }

  /** A path as short as the user would type it. */
  private String shown(Path path) {
    var here = surroundings.directory().toAbsolutePath().normalize();
    var whole = path.toAbsolutePath().normalize();
    return whole.startsWith(here) ? here.relativize(whole).toString() : whole.toString();
  }
}
