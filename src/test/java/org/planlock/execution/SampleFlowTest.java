package org.planlock.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** The flow of Spisak et al. 2020; expected: rpn_exclusions_r.json, made by make.R in R 4.2.2. */
class SampleFlowTest {
  private static final List<String> RULES =
      List.of("at_source", "mean_fd", "perc_scrubbed", "sensory");

  @Test
  void countsWhoLeavesByEachRuleAndCentre() throws IOException {
    var folder = Prepared.published();
    var expected =
        JsonParser.parseString(Files.readString(folder.resolve("expected/rpn_exclusions_r.json")))
            .getAsJsonObject();
    var flow = Prepared.of(Prepared.text("s05-rpn-flow"), folder).sample().orThrow().flow();
    assertThat(flow.rules()).isEqualTo(RULES);
    assertThat(flow.groups()).hasSize(3);
    for (var group : flow.groups()) {
      var site = group.level();
      assertThat(group.enrolled()).isEqualTo(count(expected, "n", site));
      assertThat(group.kept()).isEqualTo(count(expected, "kept", site));
      assertThat(group.sequential()).isEqualTo(counts(expected, "excluded_sequentially", site));
      assertThat(group.alone()).isEqualTo(counts(expected, "excluded_by_each_rule_alone", site));
    }
  }

  @Test
  void writesTheFlowIntoTheTrace() {
    var prepared = Prepared.of(Prepared.text("s05-rpn-flow"), Prepared.published());
    prepared.sample().orThrow();
    var trace = prepared.trace.trace("trace.jsonl");
    var flow = trace.first("flow").orElseThrow();
    var bochum = flow.object("groups").orElseThrow().object("bochum").orElseThrow();
    assertThat(bochum.whole("kept")).contains(35L);
    assertThat(trace.ofType("exclusion")).hasSize(119 - 35 - 37 - 19);
    assertThat(trace.first("enrolled").orElseThrow().texts("ids").orElseThrow()).hasSize(119);
  }

  /** Complete cases of Zung_SDS by arm; expected: ds003007_groups_r.json, R 4.2.2. */
  @Test
  void keepsTheCompleteCasesOfATableWithHyphensInItsNames() throws IOException {
    var folder = Prepared.published();
    var expected =
        JsonParser.parseString(Files.readString(folder.resolve("expected/ds003007_groups_r.json")))
            .getAsJsonObject()
            .getAsJsonObject("outcomes")
            .getAsJsonObject("Zung_SDS");
    var prepared = Prepared.of(Prepared.text("ds003007-contract"), folder);
    var sample = prepared.sample();
    assertThat(sample.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.DICTIONARY_LEVELS);
    assertThat(sample.orThrow().analysed()).hasSize(expected.get("n_complete").getAsInt());
    for (var group : sample.orThrow().flow().groups()) {
      assertThat(group.kept()).isEqualTo(count(expected, "n_by_group", group.level()));
    }
    assertThat(prepared.design("change").orThrow().columns()).containsExactly("age", "gender");
  }

  private static int count(JsonObject expected, String what, String site) {
    return expected.getAsJsonObject(what).get(site).getAsInt();
  }

  private static List<Integer> counts(JsonObject expected, String what, String site) {
    return RULES.stream().map(rule -> count(expected.getAsJsonObject(what), rule, site)).toList();
  }
}
