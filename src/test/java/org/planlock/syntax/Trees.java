package org.planlock.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.planlock.source.SourceFile;

/** What tests of both notations need: target files, and where two trees differ. */
public final class Trees {
  private Trees() {}

  public static SourceFile target(String name) {
    return resource("/targets/" + name);
  }

  public static SourceFile resource(String path) {
    try (var stream = Trees.class.getResourceAsStream(path)) {
      return SourceFile.of(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first place where the two differ, with both sides; empty if they say the same. */
  public static String difference(PlanNode left, PlanNode right) {
    return difference("", left, right).orElse("");
  }

  private static Optional<String> difference(String path, PlanNode left, PlanNode right) {
    if (left.sameAs(right)) {
      return Optional.empty();
    }
    if (left instanceof PlanNode.Mapping a && right instanceof PlanNode.Mapping b) {
      for (var entry : a.entries()) {
        String inner = path + "." + entry.key().text();
        var other = b.get(entry.key().text());
        if (other.isEmpty()) {
          return Optional.of(inner + ": only left: " + show(entry.value()));
        }
        var found = difference(inner, entry.value(), other.get());
        if (found.isPresent()) {
          return found;
        }
      }
      return b.entries().stream()
          .filter(entry -> a.get(entry.key().text()).isEmpty())
          .findFirst()
          .map(entry -> path + "." + entry.key().text() + ": only right: " + show(entry.value()));
    }
    if (left instanceof PlanNode.Sequence a
        && right instanceof PlanNode.Sequence b
        && a.items().size() == b.items().size()) {
      for (int i = 0; i < a.items().size(); i++) {
        var found = difference(path + "[" + i + "]", a.items().get(i), b.items().get(i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of(path + ": " + show(left) + " | " + show(right));
  }

  /** A tree on one line. */
  public static String show(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar) {
      return "'" + scalar.text().strip().replaceAll("\\s+", " ") + "'";
    }
    if (node instanceof PlanNode.Sequence sequence) {
      return sequence.items().stream().map(Trees::show).toList().toString();
    }
    return ((PlanNode.Mapping) node)
        .entries().stream()
            .map(entry -> entry.key().text() + ": " + show(entry.value()))
            .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
  }
}
