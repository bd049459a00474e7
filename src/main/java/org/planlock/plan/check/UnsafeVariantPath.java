package org.planlock.plan.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.RelativePath;
import org.planlock.plan.inference.Sensitivity;
import org.planlock.plan.inference.Setting;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** A file outside the plan's folder that only a variant or a contingency names. */
final class UnsafeVariantPath implements PlanCheck {
  /** The keys that name files, in each part of a plan that has some. */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "data", Set.of("file", "dictionary", "pattern"),
          "atlases", Set.of("image", "labels"),
          "rois", Set.of("map"));

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var variants =
        facts.plan().sensitivity().stated().map(Sensitivity::variants).orElse(List.of()).stream()
            .flatMap(
                variant ->
                    find(
                        facts,
                        variant.settings(),
                        Places.path("sensitivity.variants", variant.name())));
    var contingencies =
        facts.plan().contingency().stated().orElse(List.of()).stream()
            .flatMap(one -> find(facts, one.settings(), "contingency"));
    return Stream.concat(variants, contingencies);
  }

  private static Stream<Diagnostic> find(PlanFacts facts, List<Setting> settings, String at) {
    return settings.stream()
        .flatMap(
            setting -> {
              var path = setting.path();
              var keys = KEYS.getOrDefault(path.split("[.\\[]", 2)[0], Set.of());
              return named(path.substring(path.lastIndexOf('.') + 1), setting.value().node(), keys)
                  .flatMap(file -> finding(file, facts.places().word(at, file.text())).stream());
            });
  }

  /** The values of keys that name files, however deep they stand. */
  private static Stream<Named> named(String key, PlanNode node, Set<String> keys) {
    if (node instanceof PlanNode.Mapping mapping) {
      return mapping.entries().stream()
          .flatMap(entry -> named(entry.key().text(), entry.value(), keys));
    }
    if (node instanceof PlanNode.Sequence list) {
      return list.items().stream().flatMap(item -> named(key, item, keys));
    }
    return keys.contains(key)
        ? Stream.of(new Named(key, ((PlanNode.Scalar) node).text()))
        : Stream.empty();
  }

  private static Optional<Diagnostic> finding(Named file, Span place) {
    return file.key().equals("pattern")
        ? UnsafePattern.finding(file.text(), place)
        : RelativePath.finding(file.text(), place);
  }

  /** A file, and under which key it is named. */
  private record Named(String key, String text) {}
}
