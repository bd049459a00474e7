package org.planlock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program beside ours that prints {@code key value} lines, on one thread of linear algebra.
 *
 * @param command the program and its first words
 */
record OutsideTool(List<String> command) {
  OutsideTool {
    command = List.copyOf(command);
  }

  /** What it printed, and the seconds from its start to its end. */
  record Printed(List<String> lines, double wholeSeconds) {
    /** What stands behind a key. */
    Optional<String> find(String key) {
      return lines.stream()
          .filter(line -> line.startsWith(key + " "))
          .map(line -> line.substring(key.length() + 1))
          .findFirst();
    }

    double number(String key) {
      return find(key)
          .map(Double::parseDouble)
          .orElseThrow(() -> new IllegalStateException("no `" + key + "` in " + lines));
    }
  }

  /** Runs it to its end; its complaints go where ours go. */
  Printed with(List<String> words) throws IOException, InterruptedException {
    return with(words, ProcessBuilder.Redirect.INHERIT);
  }

  /** Whether it ends well; nobody hears its complaints. */
  boolean agreesTo(List<String> words) throws InterruptedException {
    try {
      with(words, ProcessBuilder.Redirect.DISCARD);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private Printed with(List<String> words, ProcessBuilder.Redirect complaints)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(command);
    all.addAll(words);
    var builder = new ProcessBuilder(all).redirectError(complaints);
    var environment = builder.environment();
    environment.remove("OPENBLAS_CORETYPE");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    environment.put("OMP_NUM_THREADS", "1");
    long start = System.nanoTime();
    var process = builder.start();
    process.getOutputStream().close();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    double seconds = (System.nanoTime() - start) * 1e-9;
    if (code != 0) {
      throw new IOException(String.join(" ", all) + " ended with " + code + ": " + printed);
    }
    return new Printed(printed.lines().toList(), seconds);
  }

  /** The errors that R wrote, by alpha in the order of the file. */
  static List<double[]> errors(Path file) throws IOException {
    var errors = new ArrayList<double[]>();
    var line = new ArrayList<Double>();
    String last = "";
    for (var text : Files.readAllLines(file).stream().skip(1).toList()) {
      var cells = text.split(",", -1);
      if (!cells[0].equals(last) && !line.isEmpty()) {
        errors.add(line.stream().mapToDouble(Double::doubleValue).toArray());
        line.clear();
      }
      last = cells[0];
      line.add(Double.parseDouble(cells[2]));
    }
    errors.add(line.stream().mapToDouble(Double::doubleValue).toArray());
    return errors;
  }
}
