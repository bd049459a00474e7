package org.planlock.plan.coverage;

import java.util.List;
import java.util.stream.Stream;

/** One thing that a field needs, and the ways in which it can be said; the first is the usual. */
public record Requirement(List<Way> ways) {
  public Requirement {
    ways = List.copyOf(ways);
  }

  static Requirement parse(String text) {
    return new Requirement(Pieces.of(text, " | ").stream().map(Way::parse).toList());
  }

  Stream<String> paths() {
    return ways.stream().flatMap(way -> way.paths().stream());
  }

  /** What a plan says about it: the first way that is taken, or how the usual one is not. */
  List<Said> in(PlanTree tree) {
    var tried = ways.stream().map(way -> way.in(tree)).toList();
    return tried.stream()
        .filter(said -> isFree(said) && has(said, Said.Kind.STATED))
        .findFirst()
        .or(
            () ->
                tried.stream()
                    .filter(s -> isFree(s) && has(s, Said.Kind.NOT_APPLICABLE))
                    .findFirst())
        .or(() -> tried.stream().filter(s -> isFree(s) && !s.isEmpty()).findFirst())
        .orElseGet(() -> tried.get(0));
  }

  private static boolean isFree(List<Said> said) {
    return !has(said, Said.Kind.MISSING);
  }

  private static boolean has(List<Said> said, Said.Kind kind) {
    return said.stream().anyMatch(one -> one.kind() == kind);
  }
}
