package org.planlock.plan.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.yaml.YamlPlanReader;

/** The published schema says what the binder reads. */
class PlanSchemaTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/org/planlock/schema/plan.schema.json");

  @Test
  void isDerivedFromThePlan() throws IOException {
    var made =
        new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(new SchemaOfPlans().make())
            + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(SCHEMA, made);
    }
    assertThat(Files.readString(SCHEMA)).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/resources/targets/ketamine-ptsd.plan.yaml",
        "examples/ketamine-ptsd/ketamine-ptsd.plan.yaml",
        "examples/diabetes/diabetes.plan.yaml"
      })
  void acceptsPlansAsWrittenAndAsLocked(String file) throws IOException {
    var tree = read(Path.of(file));
    assertThat(problems(json(tree))).isEmpty();
    assertThat(problems(json(PlanBinder.bind(tree).orThrow().canonical()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shapes", "unknown-keys", "words", "missing-keys"})
  void refusesMuchOfWhatTheBinderRefuses(String name) throws IOException {
    var tree = read(Path.of("src/test/resources/golden/bind/" + name + ".plan.yaml"));
    assertThat(problems(json(tree))).isNotEmpty();
    assertThat(PlanBinder.bind(tree).isSound()).isFalse();
  }

  private static PlanNode.Mapping read(Path file) throws IOException {
    return new YamlPlanReader()
        .read(SourceFile.of(file.toString(), Files.readString(file)))
        .orThrow();
  }

  private static String problems(JsonObject plan) throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    var found = schema.validate(plan.toString(), InputFormat.JSON);
    return String.join("\n", found.stream().map(Object::toString).limit(10).toList());
  }

  private static JsonObject json(PlanNode.Mapping mapping) {
    var object = new JsonObject();
    mapping.entries().forEach(entry -> object.add(entry.key().text(), element(entry.value())));
    return object;
  }

  private static JsonElement element(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar) {
      return new JsonPrimitive(scalar.text());
    }
    if (node instanceof PlanNode.Mapping mapping) {
      return json(mapping);
    }
    var array = new JsonArray();
    ((PlanNode.Sequence) node).items().forEach(item -> array.add(element(item)));
    return array;
  }
}
