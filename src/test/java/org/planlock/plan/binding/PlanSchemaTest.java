package org.planlock.plan.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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

  private static Schema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
  }

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
        "examples/diabetes/diabetes.plan.yaml",
        "plans/first.plan.yaml",
        "plans/ols.plan.yaml",
        "plans/elastic-net.plan.yaml"
      })
  void acceptsPlansAsWrittenAndAsLocked(String file) throws IOException {
    var tree = read(Path.of(file));
    assertThat(problems(json(tree))).isEmpty();
    assertThat(problems(json(PlanBinder.bind(tree).orThrow().canonical()))).isEmpty();
  }

  /** Editors know of no later draft. */
  @Test
  void isOfADraftThatEditorsRead() throws IOException {
    assertThat(Files.readString(SCHEMA))
        .contains("http://json-schema.org/draft-07/schema#")
        .doesNotContain("$defs");
  }

  @Test
  void everyKeyIsDescribedWithAnExample() throws IOException {
    var definitions =
        JsonParser.parseString(Files.readString(SCHEMA)).getAsJsonObject().get("definitions");
    definitions.getAsJsonObject().asMap().values().stream()
        .flatMap(type -> alternatives(type.getAsJsonObject()))
        .filter(type -> type.has("properties"))
        .flatMap(type -> type.getAsJsonObject("properties").entrySet().stream())
        .forEach(
            key -> {
              var property = key.getValue().getAsJsonObject();
              assertThat(property.has("description")).as(key.getKey()).isTrue();
              assertThat(property.has("examples"))
                  .as(key.getKey())
                  .isEqualTo(
                      !property.get("description").getAsString().startsWith("says the item"));
            });
  }

  private static Stream<JsonObject> alternatives(JsonObject type) {
    return type.has("anyOf")
        ? type.getAsJsonArray("anyOf").asList().stream().map(JsonElement::getAsJsonObject)
        : Stream.of(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shapes", "unknown-keys", "words", "missing-keys"})
  void refusesMuchOfWhatTheBinderRefuses(String name) throws IOException {
    var tree = read(Path.of("src/test/resources/golden/bind/" + name + ".plan.yaml"));
    assertThat(problems(json(tree))).isNotEmpty();
    assertThat(PlanBinder.bind(tree).isSound()).isFalse();
  }

  /**
   * Every plan in YAML that lies here and binds; those that do not bind are there to be refused.
   */
  @Test
  void acceptsEveryPlanThatBinds() throws IOException {
    try (var files =
        Stream.of("src/test/resources", "examples", "plans")
            .flatMap(PlanSchemaTest::walk)
            .filter(file -> file.toString().matches(".*\\.ya?ml"))) {
      var bound =
          files
              .filter(
                  file -> reading(file).filter(tree -> PlanBinder.bind(tree).isSound()).isPresent())
              .toList();
      assertThat(bound).hasSizeGreaterThan(20);
      assertThat(bound)
          .allSatisfy(file -> assertThat(problems(json(reading(file).orElseThrow()))).isEmpty());
    }
  }

  private static Stream<Path> walk(String folder) {
    try (var files = Files.walk(Path.of(folder))) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<PlanNode.Mapping> reading(Path file) {
    try {
      var read = new YamlPlanReader().read(SourceFile.of(file.toString(), Files.readString(file)));
      return read.isSound() ? read.value() : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // bytes that are no text
    }
  }

  private static PlanNode.Mapping read(Path file) throws IOException {
    return new YamlPlanReader()
        .read(SourceFile.of(file.toString(), Files.readString(file)))
        .orThrow();
  }

  private static String problems(JsonObject plan) {
    var found = schema.validate(plan.toString(), InputFormat.JSON);
    return String.join("\n", found.stream().map(Object::toString).limit(40).toList());
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
