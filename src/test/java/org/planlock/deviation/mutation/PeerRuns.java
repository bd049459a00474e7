package org.planlock.deviation.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.planlock.Planlock;
import org.planlock.deviation.Evidence;
import org.planlock.lock.LockFile;
import org.planlock.trace.TraceFile;

/**
 * R with glmnet or Python with scikit-learn carries out one plan, once as registered and many times
 * otherwise, in one process; the script says of each which place of the plan it does not keep.
 */
enum PeerRuns {
  R(
      Source.R,
      "peer-r",
      "mutants.R",
      System.getProperty("planlock.rscript", "Rscript"),
      List.of("-e", "library(glmnet); library(jsonlite)")),
  PYTHON(
      Source.PYTHON,
      "peer-python",
      "mutants.py",
      System.getProperty("planlock.python", "/usr/bin/python3"),
      List.of("-c", "import sklearn"));

  private static final Path RECORDERS =
      Path.of("src/main/resources/org/planlock/recorders").toAbsolutePath();
  private static final String TABLE = "craving.csv";

  private final Source source;
  private final String plan;
  private final String script;
  private final String program;

  // a list that nobody can change, of values that cannot change
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> probe;

  PeerRuns(Source source, String plan, String script, String program, List<String> probe) {
    this.source = source;
    this.plan = plan;
    this.script = script;
    this.program = program;
    this.probe = probe;
  }

  /** Whether the program and its libraries are here; they must be where peers are required. */
  boolean isHere(Path folder) {
    boolean here;
    try {
      here = call(folder, Stream.concat(Stream.of(program), probe.stream()).toList()).code() == 0;
    } catch (IOException e) {
      here = false;
    }
    if (System.getProperty("planlock.peers", "").equals("required")) {
      assertThat(here).as("`" + program + "` with " + probe.get(1)).isTrue();
    }
    return here;
  }

  /** Everything that the script did, the registered analysis first, which has no place. */
  List<Mutant> mutants(Path folder) {
    try {
      var bound = Planlock.read(MutatedStudy.FOLDER.resolve(plan + ".plan.yaml")).orThrow().bound();
      var lock = Relocked.of(bound, MutatedStudy.FOLDER);
      Files.write(folder.resolve(plan + ".lock"), LockFile.bytes(lock));
      data(folder);
      var ended =
          call(folder, List.of(program, MutatedStudy.FOLDER.resolve(script).toAbsolutePath() + ""));
      assertThat(ended.code()).as(ended.out()).isZero();
      return Files.readAllLines(folder.resolve("mutants.tsv"), StandardCharsets.UTF_8).stream()
          .map(line -> line.split("\t", -1))
          .map(
              line ->
                  Mutant.of(
                      plan,
                      source,
                      line[1],
                      line[2],
                      new Evidence(
                          bound,
                          Optional.of(lock),
                          TraceFile.read(folder.resolve(line[0])).orThrow())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table, and beside it one in which a cell was corrected. */
  private static void data(Path folder) throws IOException {
    var text = Files.readString(MutatedStudy.FOLDER.resolve(TABLE), StandardCharsets.UTF_8);
    Files.createDirectories(folder.resolve("data/corrected"));
    Files.writeString(folder.resolve("data").resolve(TABLE), text);
    assertThat(text).contains("44.9");
    Files.writeString(
        folder.resolve("data/corrected").resolve(TABLE), text.replaceFirst("44\\.9", "44.8"));
  }

  private record Ended(int code, String out) {}

  private static Ended call(Path folder, List<String> words) throws IOException {
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("PLANLOCK_R", RECORDERS.resolve("planlock.R").toString());
    builder.environment().put("PYTHONPATH", RECORDERS.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("OMP_NUM_THREADS", "1");
    var process = builder.start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return new Ended(process.exitValue(), out);
  }
}
