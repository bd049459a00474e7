package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** R or Python in a folder, as the analyst's program. */
record Peer(String program, String recorder, Path folder) {
  private static final String RSCRIPT = System.getProperty("planlock.rscript", "Rscript");
  private static final String PYTHON = System.getProperty("planlock.python", "/usr/bin/python3");
  private static final Path RECORDERS =
      Path.of("src/main/resources/org/planlock/recorders").toAbsolutePath();

  /** R with glmnet and jsonlite; the test is left out where they are missing. */
  static Peer r(Path folder) throws Exception {
    var peer = new Peer(RSCRIPT, "PLANLOCK_R", folder);
    peer.mustHave("R with glmnet and jsonlite", "-e", "library(glmnet); library(jsonlite)");
    return peer;
  }

  /** Python with scikit-learn; the test is left out where it is missing. */
  static Peer python(Path folder) throws Exception {
    var peer = new Peer(PYTHON, "PYTHONPATH", folder);
    peer.mustHave("Python with scikit-learn", "-c", "import sklearn");
    return peer;
  }

  /** Carries out a script that must succeed; what it printed. */
  String analyse(Path script) throws Exception {
    var ended = call(program, script.toString());
    assertThat(ended.code()).as(ended.out()).isZero();
    return ended.out();
  }

  private void mustHave(String what, String... call) throws Exception {
    boolean isHere;
    try {
      isHere = call(program, call[0], call[1]).code() == 0;
    } catch (IOException e) {
      isHere = false;
    }
    if (System.getProperty("planlock.peers", "").equals("required")) {
      assertThat(isHere).as(what + " by `" + program + "`").isTrue();
    }
    assumeTrue(isHere, "no " + what + " here: analyses made elsewhere are not tried");
  }

  private record Ended(int code, String out) {}

  private Ended call(String... words) throws Exception {
    var builder = new ProcessBuilder(List.of(words)).directory(folder.toFile());
    var file = recorder.equals("PLANLOCK_R") ? RECORDERS.resolve("planlock.R") : RECORDERS;
    builder.environment().put(recorder, file.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.environment().put("OMP_NUM_THREADS", "1");
    var process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out);
  }
}
