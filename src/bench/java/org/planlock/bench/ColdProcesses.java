package org.planlock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whole processes from start to end: {@code plan execute}, and R that reads, fits and writes. */
final class ColdProcesses {
  private static final String COMMON_FOLDS =
      "solve exact\n  lambda_max glmnet using analysis_set\n  lambda_folds same_values";
  private static final String OWN_FOLDS =
      "solve glmnet\n  lambda_max glmnet using analysis_set\n"
          + "  lambda_folds own  interpolation linear  early_stop glmnet";

  private final Setup setup;
  private final MadeData data;
  private final Path folder;
  private final Timings timings;
  private final OutsideTool plan;
  private final boolean canOwn;
  private int executions;

  ColdProcesses(Setup setup, MadeData data, Timings timings)
      throws IOException, InterruptedException {
    this.setup = setup;
    this.data = data;
    this.timings = timings;
    folder = Files.createDirectories(setup.path("--folder").resolve("cold"));
    plan = new OutsideTool(List.of(setup.path("--plan").toString()));
    data.writeWithIds(folder.resolve("wide.csv"));
    data.write(folder.resolve("r.csv"));
    lock("exact", COMMON_FOLDS);
    lock("glmnet", OWN_FOLDS);
    plan.with(execution("exact"));
    canOwn = plan.agreesTo(execution("glmnet"));
  }

  /** Whether the language of plans can have glmnet's own sequences carried out. */
  boolean canOwn() {
    return canOwn;
  }

  void round() throws IOException, InterruptedException {
    var r = setup.r();
    if (r.isPresent()) {
      var json = "json=" + folder.resolve("r.json");
      var printed = r.get().with(List.of("data=" + folder.resolve("r.csv"), json));
      timings.add("coldR", printed.wholeSeconds());
    }
    time("exact");
    if (canOwn) {
      time("glmnet");
    }
  }

  private void lock(String name, String solve) throws IOException, InterruptedException {
    var file = folder.resolve(name + ".plan");
    Files.writeString(file, text(name, solve), StandardCharsets.UTF_8);
    plan.with(List.of("lock", file.toString()));
  }

  private void time(String name) throws IOException, InterruptedException {
    timings.add("cold-" + name, plan.with(execution(name)).wholeSeconds());
  }

  /** Into a folder that is not there yet. */
  private List<String> execution(String name) {
    executions++;
    var lock = folder.resolve("speed-" + name + ".lock").toString();
    var out = folder.resolve(name + executions).toString();
    return List.of("execute", lock, "--data", folder.toString(), "--out", out);
  }

  private String text(String name, String solve) {
    return """
        plan "speed-%s" language 1 { title "How long does an elastic net take?" }
        data { table wide from "wide.csv" key id  missing "NA"  separator comma  complete yes }
        outcome response = y
        set all = %s
        penalty elastic_net {
          family gaussian
          objective glmnet
          l1_ratio 0.0 .. 1.0 by 0.1
          lambda 100 values log_spaced from max to 0.01 * max
          %s
          standardize yes
          intercept free
          penalty_factor 1 for every term
        }
        validate {
          scheme leave_one_out by participant
          loss squared_error  aggregate mean over rows
          select minimum jointly over l1_ratio, lambda
          ties within 1e-12 relative  larger l1_ratio, then larger lambda
        }
        model everything { outcome response  terms all }
        """
        .formatted(name, data.names(), solve);
  }
}
