package org.planlock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.syntax.notation.PlanNotation;

/** A commented plan to start from; each is there in every notation. */
enum Starter {
  FIRST("a dozen lines: the least that is a plan; what it leaves open is counted"),
  ELASTIC_NET("nested elastic nets with leave-one-out, nothing left open that fitting needs"),
  OLS("two nested least-squares models and a hypothesis about their errors");

  private final String purpose;

  Starter(String purpose) {
    this.purpose = purpose;
  }

  /** The name that people type. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String purpose() {
    return purpose;
  }

  static Optional<Starter> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Starter::word).toList();
  }

  /** The text under another id. */
  String text(PlanNotation notation, String id) {
    var ending =
        switch (notation) {
          case YAML -> ".plan.yaml";
          case PLAN -> ".plan";
          case GROOVY -> ".plan.groovy";
        };
    var name = "plans/" + word() + ending;
    try (var stream = Starter.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("not packaged: " + name);
      }
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return switch (notation) {
        case YAML -> text.replaceFirst("(?m)^  id: .*$", "  id: " + id);
        case PLAN -> text.replaceFirst("(?m)^plan \"[^\"]*\"", "plan \"" + id + "\"");
        case GROOVY -> text.replaceFirst("(?m)^plan\\('[^']*'\\)", "plan('" + id + "')");
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
