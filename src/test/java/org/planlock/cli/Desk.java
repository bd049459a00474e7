package org.planlock.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder at which commands are typed, with a clock that stands still. */
public final class Desk {
  public static final String SMALL =
      """
      plan "small" language 1 { title "A small plan" }
      data { table wide from "wide.csv" key rid missing "NA" separator comma }
      outcome change = after - before
      prepare main { 1 scale age, dose to z(sd n-1) using training_fold }
      penalty elastic_net { l1_ratio 0.5, 1   lambda 20 values log_spaced from max to 0.01 * max }
      validate { scheme leave_one_out by participant   select minimum jointly over l1_ratio, lambda }
      model m1 { outcome change   terms age + dose }
      """;

  /** The same with nothing left open that an execution must know. */
  static final String COMPLETE =
      """
      plan "small" language 1 { title "A small plan" }
      data { table wide from "wide.csv" key rid missing "NA" separator comma }
      outcome change = after - before
      penalty elastic_net {
        family gaussian  objective glmnet  solve exact
        l1_ratio 0.5, 1.0  lambda 8 values log_spaced from max to 0.01 * max
        lambda_max glmnet using analysis_set  lambda_folds same_values
        standardize yes  intercept free  penalty_factor 1 for every term
      }
      validate {
        scheme leave_one_out by participant
        loss squared_error  aggregate mean over rows
        select minimum jointly over l1_ratio, lambda
        ties within 1e-12 relative  larger l1_ratio, then larger lambda
      }
      model m1 { outcome change   terms age + dose }
      """;

  public final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String answers = "";
  private boolean isTerminal;
  private Instant now = Instant.parse("2026-03-02T09:14:07Z");
  private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "C.UTF-8"));

  public Desk(Path folder) {
    this.folder = folder;
  }

  /** A desk at which a person sits who types these lines when asked. */
  Desk answering(String lines) {
    answers = lines;
    isTerminal = true;
    return this;
  }

  /** A variable of the environment. */
  public Desk where(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The clock at another time. */
  public Desk at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  /** Types a command; its exit code. */
  public int type(String... words) {
    out.reset();
    err.reset();
    return Main.execute(words, surroundings());
  }

  Surroundings surroundings() {
    return new Surroundings(
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, false, StandardCharsets.UTF_8),
        new BufferedReader(new StringReader(answers)),
        folder,
        Path.of("").toAbsolutePath(),
        InstantSource.fixed(now),
        environment,
        isTerminal);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  public Desk with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public Desk with(String name, byte[] bytes) {
    try {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] bytes(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of the study's ledger; none where there is none. */
  public List<String> ledger() {
    var file = folder.resolve(".planlock/ledger.jsonl");
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file below the folder but the ledger's, so that a test can tell what a command left. */
  public List<String> files() {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve(".planlock")))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
