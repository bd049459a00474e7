package org.planlock.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a benchmark was told on its command line.
 *
 * @param quick the smallest data only, once
 * @param words values of {@code --name value}
 */
record Setup(boolean quick, Map<String, String> words) {
  static Setup of(String... arguments) {
    var words = new HashMap<String, String>();
    boolean quick = false;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--quick")) {
        quick = true;
      } else if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
        words.put(arguments[i], arguments[++i]);
      } else {
        throw new IllegalArgumentException("not understood: " + arguments[i]);
      }
    }
    return new Setup(quick, Map.copyOf(words));
  }

  Path path(String name) {
    return Path.of(word(name).orElseThrow(() -> new IllegalArgumentException(name + " missing")));
  }

  Optional<String> word(String name) {
    return Optional.ofNullable(words.get(name)).filter(word -> !word.isEmpty());
  }

  /**
   * Whether data of a shape take part: those named by --only, or all; with --quick the smallest.
   */
  boolean wants(String shape) {
    var only = word("--only").map(named -> List.of(named.split(",")));
    return quick ? shape.equals("21x60") : only.isEmpty() || only.get().contains(shape);
  }

  /** R with the script, if R and glmnet are there. */
  Optional<OutsideTool> r() {
    return word("--rscript").map(r -> new OutsideTool(List.of(r, script("r/cv_glmnet.R"))));
  }

  /** Python with the script, if scikit-learn is there. */
  Optional<OutsideTool> python() {
    return word("--python")
        .map(python -> new OutsideTool(List.of(python, script("python/elastic_net_cv.py"))));
  }

  private String script(String name) {
    return path("--scripts").resolve(name).toString();
  }

  /** Numbers as the scripts take them. */
  static String list(List<Double> l1Ratios) {
    return l1Ratios.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
