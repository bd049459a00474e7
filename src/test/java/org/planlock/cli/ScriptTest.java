package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analysis as a Groovy script, on the command line. */
class ScriptTest {
  private static final String AS_REGISTERED =
      """
      analysis {
        sample()
        prepare()
        fit 'clinical'
        fit 'both'
      }
      """;

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void lockAPlan() {
    desk = ScriptedStudy.at(folder);
  }

  @Test
  void aScriptOfTheRegisteredStepsConformsWithTheSameBytes() {
    assertThat(desk.type("execute", "study.lock", "--data", "data", "--out", "plain")).isZero();
    int exit = execute("run", AS_REGISTERED);
    assertThat(exit).as(desk.out() + desk.err()).isZero();
    assertThat(desk.out()).contains("CONFORMS: what was done is what was promised");
    assertThat(desk.err())
        .isEqualTo(
            "plan: `analysis.groovy` is code: it runs with your rights, and only what it does"
                + " through the analysis is recorded\n");
    assertThat(withoutLedger("run")).isEqualTo(withoutLedger("plain"));
    var trace = text("run/trace.jsonl").lines().toList();
    var plain = text("plain/trace.jsonl").lines().toList();
    assertThat(trace.get(0)).contains("\"script\":\"sha256:");
    assertThat(trace.subList(1, trace.size())).isEqualTo(plain.subList(1, plain.size()));
  }

  @Test
  void theTargetsWordsAreUnderstood() {
    int exit =
        execute(
            "run",
            """
            analysis {
              sample  { exclude { motion > 0.9 } because 'excess motion' }
              prepare()                      // the registered steps, in their registered order

              fit 'clinical'
              fit 'both'

              fit 'lasso_only', extending: 'both', { l1Ratio 1.0 }   // not registered
              deviate 'sample.rules', reason: 'the scanner was faulty', timing: data_exist_blind
            }
            """);
    assertThat(exit).as(desk.out() + desk.err()).isEqualTo(1);
    assertThat(codes("run")).containsExactly("X512", "X512", "X510");
    assertThat(desk.out())
        .contains("3 deviations: 2 declared, 1 undeclared", "excess motion", "lasso_only");
    assertThat(desk.err()).contains("  X512  ", "  X510  the plan has no model `lasso_only`");
    var lasso = models("run").get(2);
    assertThat(lasso.get("name").getAsString()).isEqualTo("lasso_only");
    assertThat(lasso.get("role").getAsString()).isEqualTo("exploratory");
    assertThat(lasso.getAsJsonObject("selected").get("l1Ratio").getAsDouble()).isEqualTo(1);
  }

  @Test
  void whatIsLeftOutIsFound() {
    assertThat(execute("run", "analysis { sample(); prepare(); fit 'clinical' }")).isEqualTo(1);
    assertThat(codes("run")).containsExactly("X509", "X522", "X526");
    assertThat(desk.out()).contains("`both` was registered and not fitted");
    assertThat(execute("none", "println 'nothing done'")).isEqualTo(1);
    assertThat(desk.out()).startsWith("nothing done\n");
    assertThat(codes("none")).contains("X509");
  }

  @Test
  void stepsInAnotherOrderOrLeftOutAreFound() {
    int exit = execute("run", "analysis { sample(); step 2; step 1; fit 'clinical'; fit 'both' }");
    assertThat(exit).as(desk.out() + desk.err()).isEqualTo(1);
    assertThat(codes("run")).containsExactly("X515");
    assertThat(desk.out()).contains("in another order, or twice");
    assertThat(execute("one", "analysis { sample(); step 1; fit 'clinical'; fit 'both' }"))
        .isEqualTo(1);
    assertThat(codes("one")).containsExactly("X515");
    assertThat(desk.out()).contains("step 2, `scale`, was not carried out");
  }

  @Test
  void anUnplannedModelWithItsReasonWeighsLittle() throws IOException {
    int exit =
        execute(
            "run",
            """
            analysis {
              sample(); prepare(); fit 'clinical'; fit 'both'
              fit 'ridge_like', extending: 'both', because: 'a reviewer asked', {
                l1Ratio([0.1])
                set 'penalty.lambda.values', 5
              }
            }
            """);
    assertThat(exit).as(desk.out() + desk.err()).isZero();
    assertThat(codes("run")).containsExactly("X510");
    assertThat(desk.out()).contains("CONFORMS", "the reason given is: a reviewer asked");
    assertThat(text("run/trace.jsonl"))
        .contains(
            "\"event\":\"unplanned\"",
            "\"extends\":\"both\"",
            "\"changes\":{\"penalty.l1_ratio\":\"[0.1]\",\"penalty.lambda.values\":\"5\"}");
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    try (var file =
        ScriptTest.class.getResourceAsStream("/org/planlock/schema/trace.schema.json")) {
      var schema = registry.getSchema(file);
      assertThat(text("run/trace.jsonl").lines())
          .allSatisfy(line -> assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
    }
  }

  @Test
  void aWordFromAnAnalysisThatIsAskedForJsonStaysOutOfIt() {
    desk.with("analysis.groovy", "println 'a word'\n" + AS_REGISTERED);
    int exit =
        desk.type(
            "execute",
            "study.lock",
            "--script",
            "analysis.groovy",
            "--data",
            "data",
            "--out",
            "run",
            "--format",
            "json");
    assertThat(exit).isZero();
    assertThat(JsonParser.parseString(desk.out()).getAsJsonObject().has("results")).isTrue();
    assertThat(desk.err()).contains("a word");
  }

  @Test
  void whatWasFoundSoFarCanBeAskedFor() {
    execute(
        "run",
        """
        analysis {
          sample { leaveOut 's05' because 'fell asleep' }
          println deviations*.path()
          println rows[0].id() + ' ' + participants.size() + ' ' + column('age').size()
          prepare()
          def both = fit 'both'
          println prepared('dose').size() + ' ' + both.cv().get().error().round(3)
          skip 'models.clinical', because: 'nobody asked'
        }
        """);
    assertThat(desk.out()).startsWith("[sample.rules]\ns01 19 19\n19 ");
    assertThat(codes("run")).containsExactly("X512", "X509", "X526");
    assertThat(desk.out()).contains("the reason given is: nobody asked");
  }

  @Test
  void theLedgerKnowsTheScript() {
    execute("run", AS_REGISTERED);
    assertThat(text(".planlock/ledger.jsonl"))
        .contains("analysis.groovy", "execute-start", "execute-end");
  }

  private int execute(String out, String script) {
    desk.with("analysis.groovy", script);
    return desk.type(
        "execute", "study.lock", "--script", "analysis.groovy", "--data", "data", "--out", out);
  }

  private List<String> codes(String run) {
    return StreamSupport.stream(results(run).getAsJsonArray("deviations").spliterator(), false)
        .map(one -> one.getAsJsonObject().get("code").getAsString())
        .toList();
  }

  private List<JsonObject> models(String run) {
    var models = new ArrayList<JsonObject>();
    for (JsonElement one : results(run).getAsJsonArray("models")) {
      models.add(one.getAsJsonObject());
    }
    return models;
  }

  private JsonObject results(String run) {
    return JsonParser.parseString(text(run + "/results.json")).getAsJsonObject();
  }

  private String withoutLedger(String run) {
    var ledger = Pattern.compile("\"ledger\": \\{[^}]*}").matcher(text(run + "/results.json"));
    assertThat(ledger.find()).isTrue();
    return ledger.replaceFirst("");
  }

  private String text(String file) {
    return new String(desk.bytes(file), StandardCharsets.UTF_8);
  }
}
