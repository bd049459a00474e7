package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** R or Python as the analyst's program; many analyses in one process, since both start slowly. */
enum Peer {
  R(
      System.getProperty("planlock.rscript", "Rscript"),
      "-e",
      "library(glmnet); library(jsonlite)",
      "for (one in commandArgs(TRUE)) { p <- strsplit(one, '|', fixed = TRUE)[[1]];"
          + " setwd(p[1]); source(p[2], local = new.env()) }"),
  PYTHON(
      System.getProperty("planlock.python", "/usr/bin/python3"),
      "-c",
      "import sklearn",
      "import os, runpy, sys\n"
          + "for one in sys.argv[1:]:\n"
          + "    folder, script = one.split('|')\n"
          + "    os.chdir(folder)\n"
          + "    sys.path.insert(0, os.path.dirname(script))\n"
          + "    runpy.run_path(script)\n");

  private static final Path EXAMPLE = Path.of("examples/r-and-python").toAbsolutePath();
  private static final Path RECORDERS =
      Path.of("src/main/resources/org/planlock/recorders").toAbsolutePath();

  private final String program;
  private final String option;
  private final String probe;
  private final String driver;

  Peer(String program, String option, String probe, String driver) {
    this.program = program;
    this.option = option;
    this.probe = probe;
    this.driver = driver;
  }

  /**
   * One analysis of one table.
   *
   * @param plan the plan that is locked
   * @param table what is analysed; it lies in {@code data}
   * @param script where the analysis is written
   * @param changes what the plan says, and what it says instead, in turn
   */
  record Analysis(Path plan, Path table, Path script, List<String> changes) {
    /** An analysis of the example's data by one of the example's plans. */
    static Analysis of(String plan, Path script, String... changes) {
      return new Analysis(
          EXAMPLE.resolve(plan + ".plan"),
          EXAMPLE.resolve("data/people.csv"),
          script,
          List.of(changes));
    }

    private Desk lock(Path folder) throws IOException {
      var text = Files.readString(plan);
      for (int i = 0; i < changes.size(); i += 2) {
        assertThat(text).contains(changes.get(i));
        text = text.replace(changes.get(i), changes.get(i + 1));
      }
      var name = plan.getFileName().toString();
      var desk =
          new Desk(folder)
              .with(name, text)
              .with("data/" + table.getFileName(), Files.readAllBytes(table));
      assertThat(desk.type("lock", name)).as(desk.err()).isZero();
      return desk;
    }
  }

  /** Locks each plan in a folder of its own and carries all analyses out; one desk for each. */
  List<Desk> carryOut(Path folder, List<Analysis> analyses) throws Exception {
    mustBeHere(folder);
    var desks = new ArrayList<Desk>();
    var words = new ArrayList<>(List.of(program, option, driver));
    for (var one : analyses) {
      var place = Files.createDirectory(folder.resolve("analysis" + desks.size()));
      desks.add(one.lock(place));
      words.add(place.toAbsolutePath() + "|" + one.script());
    }
    var ended = call(folder, words);
    assertThat(ended.code()).as(ended.out()).isZero();
    return desks;
  }

  private void mustBeHere(Path folder) throws Exception {
    boolean isHere;
    try {
      isHere = call(folder, List.of(program, option, probe)).code() == 0;
    } catch (IOException e) {
      isHere = false;
    }
    if (System.getProperty("planlock.peers", "").equals("required")) {
      assertThat(isHere).as("`" + program + "` with " + probe).isTrue();
    }
    assumeTrue(isHere, "no `" + program + "` with its libraries here: " + probe);
  }

  private record Ended(int code, String out) {}

  private static Ended call(Path folder, List<String> words) throws Exception {
    var builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("PLANLOCK_R", RECORDERS.resolve("planlock.R").toString());
    builder.environment().put("PYTHONPATH", RECORDERS.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("OMP_NUM_THREADS", "1");
    var process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out);
  }

  /** A script of the example that people read, or of the tests. */
  static Path script(String name) {
    var example = EXAMPLE.resolve(name);
    return Files.exists(example)
        ? example
        : Path.of("src/test/resources/peers", name).toAbsolutePath();
  }
}
