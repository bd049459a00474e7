package org.planlock.syntax.notation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.planlock.lock.PlanDigest;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.Trees;

/** One plan in three notations is one plan, and every change of a value is another. */
class RandomPlansTest {
  /** Keys that no plan of the project has, so that no random one has them either. */
  private static final Set<String> UNUSED = Set.of();

  @Test
  void threeHundredRandomPlansAreOnePlanInEveryNotation() {
    compare(new RandomPlans(17), 300);
  }

  @Test
  @Tag("thorough")
  void tenThousandRandomPlansAreOnePlanInEveryNotation() throws IOException {
    var keys = compare(new RandomPlans(20261127), 10_000);
    assertThat(keysOfTheLanguage()).filteredOn(key -> !keys.contains(key)).isSubsetOf(UNUSED);
  }

  @Test
  void aThousandEditsOfOneFieldAreAThousandDigests() {
    var plan = PlanNotation.YAML.reader().read(Trees.target("ketamine-ptsd.plan.yaml")).orThrow();
    var random = new SplittableRandom(3);
    var digests = new HashSet<String>();
    digests.add(digest(plan));
    var fields = List.copyOf(TreePaths.entries(plan).entrySet());
    var edited = new HashSet<String>();
    for (int edit = 1; digests.size() <= 1000; edit++) {
      assertThat(edit).as("edits that were tried").isLessThan(20_000);
      var field = fields.get(random.nextInt(fields.size()));
      if (!(field.getValue() instanceof PlanNode.Scalar scalar)) {
        continue;
      }
      var other = new PlanNode.Scalar(edited(scalar.text(), edit), Span.none("edit"));
      var changed = TreePaths.set(plan, field.getKey(), other);
      if (changed.isSound() && RandomPlans.bound(changed.orThrow()).isPresent()) {
        assertThat(digests.add(digest(changed.orThrow())))
            .as("%s: %s instead of %s", field.getKey(), other.text(), scalar.text())
            .isTrue();
        edited.add(field.getKey());
      }
    }
    assertThat(digests).hasSize(1001);
    assertThat(edited).as("fields that were edited").hasSizeGreaterThan(100);
  }

  /** Another number, or the text with a number: no two edits give the same. */
  private static String edited(String text, int edit) {
    if (text.matches("[0-9]+")) {
      return String.valueOf(1000 + edit);
    }
    if (text.matches("[0-9]+[.][0-9]+")) {
      return new BigDecimal("0." + (100_000 + edit)).toString();
    }
    return text.matches(".*\\d.*")
        ? text.replaceFirst("\\d+(\\.\\d+)?", String.valueOf(1000 + edit))
        : text + edit;
  }

  private static Set<String> compare(RandomPlans plans, int count) {
    var keys = new TreeSet<String>();
    int beyondWords = 0;
    for (int i = 0; i < count; i++) {
      var plan = plans.next();
      collect(plan, keys);
      var bound = RandomPlans.bound(plan).orElseThrow();
      var digest = digest(plan);
      for (var notation : PlanNotation.values()) {
        var text = notation.writer().write(plan);
        if (notation == PlanNotation.PLAN && !text.isSound()) {
          // it has no words for some texts in places of words, and says so
          beyondWords++;
          continue;
        }
        assertThat(text.diagnostics()).as("%s %s", notation, Trees.show(plan)).isEmpty();
        var back = notation.reader().read(SourceFile.of("back", text.orThrow()));
        assertThat(back.diagnostics()).as(text.orThrow()).isEmpty();
        assertThat(PlanBinder.bind(back.orThrow()).orThrow().plan())
            .as(text.orThrow())
            .isEqualTo(bound.plan());
        assertThat(digest(back.orThrow())).as(text.orThrow()).isEqualTo(digest);
      }
    }
    assertThat(beyondWords).as("plans that `.plan` has no words for").isLessThan(count / 20);
    return keys;
  }

  private static String digest(PlanNode.Mapping plan) {
    return PlanDigest.of(PlanBinder.bind(plan).orThrow().canonical()).orThrow().toString();
  }

  private static void collect(PlanNode node, Set<String> keys) {
    if (node instanceof PlanNode.Mapping map) {
      map.entries()
          .forEach(
              entry -> {
                keys.add(entry.key().text());
                collect(entry.value(), keys);
              });
    } else if (node instanceof PlanNode.Sequence list) {
      list.items().forEach(item -> collect(item, keys));
    }
  }

  private static Set<String> keysOfTheLanguage() throws IOException {
    var schema =
        Files.readString(Path.of("src/main/resources/org/planlock/schema/plan.schema.json"));
    var keys = new TreeSet<String>();
    properties(JsonParser.parseString(schema), keys);
    assertThat(keys).hasSizeGreaterThan(150);
    return keys;
  }

  private static void properties(JsonElement schema, Set<String> keys) {
    if (schema.isJsonObject()) {
      for (var member : schema.getAsJsonObject().entrySet()) {
        if (member.getKey().equals("properties") && member.getValue().isJsonObject()) {
          keys.addAll(member.getValue().getAsJsonObject().keySet());
        }
        properties(member.getValue(), keys);
      }
    } else if (schema.isJsonArray()) {
      schema.getAsJsonArray().forEach(one -> properties(one, keys));
    }
  }
}
