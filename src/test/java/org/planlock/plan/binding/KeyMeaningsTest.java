package org.planlock.plan.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.planlock.plan.Plan;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.value.Phrase;
import org.planlock.plan.value.TreeValue;
import org.planlock.source.SourceFile;
import org.planlock.syntax.dsl.ExpressionReader;
import org.planlock.syntax.yaml.YamlPlanReader;

/** Every key of the language has its meaning and an example that can be read. */
class KeyMeaningsTest {
  private static final Map<String, RecordComponent> KEYS = keys();

  @Test
  void everyKeyHasOneAndNothingElseHas() {
    assertThat(KeyMeanings.all().keySet()).containsExactlyInAnyOrderElementsOf(KEYS.keySet());
  }

  @Test
  void meaningsArePhrasesNotSentences() {
    assertThat(KeyMeanings.all().values())
        .allSatisfy(known -> assertThat(known.meaning()).doesNotEndWith(".").isNotBlank());
  }

  @TestFactory
  Stream<DynamicTest> everyExampleBinds() {
    return KeyMeanings.all().values().stream()
        .map(
            known ->
                DynamicTest.dynamicTest(
                    known.key(),
                    () -> {
                      var source = SourceFile.of(known.key(), "x: " + known.example() + "\n");
                      var node = new YamlPlanReader().read(source).orThrow().get("x").orElseThrow();
                      var component = java.util.Objects.requireNonNull(KEYS.get(known.key()));
                      var bound =
                          new TypeBinder(ExpressionReader::read).bindComponent(component, node);
                      assertThat(bound.diagnostics()).isEmpty();
                      assertThat(bound.isSound()).isTrue();
                    }));
  }

  private static Map<String, RecordComponent> keys() {
    var keys = new LinkedHashMap<String, RecordComponent>();
    visit(Plan.class, new LinkedHashSet<>(), keys);
    return keys;
  }

  private static void visit(Type type, Set<Class<?>> seen, Map<String, RecordComponent> keys) {
    if (type instanceof ParameterizedType generic) {
      visit(generic.getActualTypeArguments()[0], seen, keys);
      return;
    }
    var plain = (Class<?>) type;
    if (plain.isSealed() && plain.isInterface()) {
      Stream.of(plain.getPermittedSubclasses()).forEach(each -> visit(each, seen, keys));
      return;
    }
    boolean hasKeys =
        plain.isRecord()
            && plain != Expression.class
            && plain != TreeValue.class
            && !Phrase.class.isAssignableFrom(plain);
    if (hasKeys && seen.add(plain)) {
      for (var component : plain.getRecordComponents()) {
        keys.put(KeyMeanings.typeName(plain) + "." + Keys.of(component), component);
        visit(component.getGenericType(), seen, keys);
      }
    }
  }
}
