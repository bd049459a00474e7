package org.planlock.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.yaml.YamlPlanReader;

class TreePlacesTest {
  private static final Span NONE = Span.none("plan");

  @Test
  void answersAsIfEachPathWereTheOnlyOneAskedFor() throws IOException {
    var tree = study();
    var places = new TreePlaces(tree);
    var paths = TreePaths.entries(tree);
    assertThat(paths).hasSizeGreaterThan(300);
    for (int round = 0; round < 2; round++) {
      paths.forEach((path, node) -> assertThat(places.find(path)).as(path).containsSame(node));
    }
    assertThat(places.spanOf("models.nothing")).isEmpty();
  }

  @Test
  void keepsListsApartThatSayTheSame() {
    var first = new PlanNode.Sequence(List.of(item(), item()), Span.none("first"));
    var second = new PlanNode.Sequence(List.of(item(), item()), Span.none("second"));
    var places =
        new TreePlaces(new PlanNode.Mapping(List.of(entry("a", first), entry("b", second)), NONE));
    assertThat(places.find("a[m (2)]")).containsSame(first.items().get(1));
    assertThat(places.find("b[m (2)]")).containsSame(second.items().get(1));
  }

  private static PlanNode item() {
    return new PlanNode.Mapping(List.of(entry("name", new PlanNode.Scalar("m", NONE))), NONE);
  }

  private static PlanNode.Entry entry(String key, PlanNode value) {
    return new PlanNode.Entry(new PlanNode.Scalar(key, NONE), value);
  }

  private static PlanNode.Mapping study() throws IOException {
    var name = "/targets/ketamine-ptsd.plan.yaml";
    try (var stream = Objects.requireNonNull(TreePlacesTest.class.getResourceAsStream(name))) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new YamlPlanReader().read(SourceFile.of(name, text)).orThrow();
    }
  }
}
