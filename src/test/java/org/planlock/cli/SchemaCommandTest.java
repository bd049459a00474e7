package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that the program hands out, and that locks are as theirs says. */
class SchemaCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(SchemaCommand.Kind.class)
  void printsEachAsItIsPackaged(SchemaCommand.Kind kind) {
    var desk = new Desk(folder);
    assertThat(desk.type("schema", kind.name())).isZero();
    assertThat(desk.out())
        .isEqualTo(new String(SchemaCommand.schema(kind), StandardCharsets.UTF_8))
        .endsWith("}\n");
    assertThat(JsonParser.parseString(desk.out()).getAsJsonObject().has("$schema")).isTrue();
  }

  @Test
  void printsThatOfPlansWithoutAWord() {
    var desk = new Desk(folder);
    assertThat(desk.type("schema")).isZero();
    assertThat(desk.out()).contains("https://planlock.org/schema/plan.schema.json");
    assertThat(desk.type("schema", "ledger")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "examples/diabetes/diabetes.lock",
        "examples/ketamine-ptsd/ketamine-ptsd.lock",
        "examples/r-and-python/craving.lock"
      })
  void locksAreAsTheirSchemaSays(String file) throws IOException {
    var lock = JsonParser.parseString(Files.readString(Path.of(file))).getAsJsonObject();
    var payload = lock.getAsJsonObject("dsse").get("payload").getAsString();
    var statement =
        JsonParser.parseString(
                new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8))
            .getAsJsonObject();
    assertThat(problems("Lock", lock)).isEmpty();
    assertThat(problems("Statement", statement)).isEmpty();
    for (var key : List.of("format", "dsse", "statementSha256", "time")) {
      var broken = lock.deepCopy();
      broken.remove(key);
      assertThat(problems("Lock", broken)).as(key).isNotEmpty();
    }
    var predicate = statement.getAsJsonObject("predicate");
    List.copyOf(predicate.keySet())
        .forEach(
            key -> {
              var broken = statement.deepCopy();
              broken.getAsJsonObject("predicate").remove(key);
              assertThat(problems("Statement", broken).isEmpty())
                  .as(key)
                  .isEqualTo(key.equals("author"));
            });
  }

  private static List<String> problems(String definition, JsonObject json) {
    var schema =
        new String(SchemaCommand.schema(SchemaCommand.Kind.LOCK), StandardCharsets.UTF_8)
            .replace("\"#/definitions/Lock\"", "\"#/definitions/" + definition + "\"");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(schema, InputFormat.JSON)
        .validate(json.toString(), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
