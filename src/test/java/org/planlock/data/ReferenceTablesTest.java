package org.planlock.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** The tables that plans of this repository and of published studies use. */
class ReferenceTablesTest {
  private static final Span ASKED = Span.none("plan");
  private static final Path RCT = Path.of("src/test/resources/reference/rct21");
  private static final TableFormat BIDS = TableFormat.plain().withMissing("n/a");

  private static Path published() {
    var folder = System.getProperty("planlock.reference", "");
    var data = Path.of(folder).resolve("real/data");
    assumeTrue(
        !folder.isEmpty() && Files.isDirectory(data),
        "the published tables are not here; say where with -Dplanlock.reference=DIR");
    return data;
  }

  private static double[] numbers(Dataset data, String name) {
    return data.numbers(data.find(name, ASKED).orThrow()).orThrow().values();
  }

  @Test
  void joinsTheTablesOfTheTrial() {
    var people =
        TableRule.of("participants", "participants.tsv", BIDS, "participant_id")
            .withDictionary("participants.json")
            .withColumns(
                ColumnRule.integer("age").within(18, 70).in("years"),
                ColumnRule.integer("education_years").within(0, 30).in("years"),
                ColumnRule.text("sex", "M", "F"),
                ColumnRule.text("psychotropic_medication", "0", "1"),
                ColumnRule.text("group", "midazolam", "ketamine"));
    var caps =
        TableRule.of("caps5", "phenotype/caps5.tsv", BIDS, "participant_id", "session_id")
            .withDictionary("phenotype/caps5.json")
            .withColumns(ColumnRule.integer("caps5_total").within(0, 80));
    var measures =
        TableRule.of(
                "measures",
                "expected/measures.tsv",
                BIDS,
                "participant_id",
                "session_id",
                "measure")
            .withSpreads(
                new SpreadRule("raw", "(measure)"), new SpreadRule("mean_fd", "fd_(measure)"));
    var change =
        TableRule.of("change", "expected/change.tsv", BIDS, "participant_id", "measure")
            .withSpreads(new SpreadRule("change_post_minus_pre", "d_(measure)"));
    var outcome = TableRule.of("outcome", "expected/outcome.tsv", BIDS, "participant_id", "group");
    var plainOutcome = TableRule.of("outcome", outcome.path(), BIDS, "participant_id");
    var read =
        new DatasetReader(List.of(people, caps, measures, change, plainOutcome))
            .withSessions(List.of("ses-pre", "ses-post"))
            .read(RCT);
    assertThat(read.diagnostics()).isEmpty();
    var data = read.orThrow();
    assertThat(data.participants()).hasSize(21).startsWith("sub-01").endsWith("sub-21");
    assertThat(data.matching("measures", "fd_*")).hasSize(14);
    sameImprovement(data);
    sameMissingCells(data);
  }

  /** outcome.tsv was written by the R script that made the trial. */
  private static void sameImprovement(Dataset data) {
    var caps = data.numbers(data.find("caps5_total", ASKED).orThrow()).orThrow();
    var pre = caps.values("ses-pre");
    var post = caps.values("ses-post");
    var improvement = numbers(data, "improvement_pre_minus_post");
    for (int i = 0; i < pre.length; i++) {
      assertThat(pre[i] - post[i]).isEqualTo(improvement[i]);
    }
    assertThat(data.texts(data.find("sex", ASKED).orThrow()).orThrow().at("sub-02")).contains("F");
  }

  /** grep -c n/a measures.tsv: 10 rows. */
  private static void sameMissingCells(Dataset data) {
    var missing =
        data.matching("measures", "*").stream()
            .filter(id -> !id.column().startsWith("fd_"))
            .map(id -> data.numbers(id).orThrow())
            .flatMapToDouble(
                c ->
                    DoubleStream.concat(
                        DoubleStream.of(c.values("ses-pre")),
                        DoubleStream.of(c.values("ses-post"))))
            .filter(Double::isNaN)
            .count();
    assertThat(missing).isEqualTo(10);
    var raw = data.numbers(new ColumnId("measures", "faces_bold_amygdala")).orThrow();
    assertThat(raw.at("sub-01", "ses-post")).isEqualTo(1.000524863);
  }

  @Test
  void readsThePublishedDepressionTable() {
    var rule =
        TableRule.of("people", "ds003007_participants.tsv", BIDS, "participant_id")
            .withDictionary("ds003007_participants.json")
            .withColumns(
                ColumnRule.integer("age").within(18, 70).in("years"),
                ColumnRule.text("gender", "m", "f"),
                ColumnRule.text("group", "depr_no_treatment", "depr_cbt", "depr_nfb"),
                ColumnRule.number("MADRS_ses-pre"));
    var read = new DatasetReader(List.of(rule)).read(published());
    assertThat(read.diagnostics())
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.message())
                    .isEqualTo(
                        "the dictionary does not list the levels `m` and `f` of `gender`, the plan does"));
    var data = read.orThrow();
    assertThat(data.participants()).hasSize(29);
    // README of the data: 15, 8, 6
    var groups = data.texts(data.find("group", ASKED).orThrow()).orThrow().values();
    assertThat(groups.stream().filter(g -> g.orElseThrow().equals("depr_cbt"))).hasSize(8);
    assertThat(data.numbers(data.find("MADRS_ses-pre", ASKED).orThrow()).orThrow().at("sub-01"))
        .isNaN();
    var capitals = rule.withColumns(ColumnRule.text("gender", "M", "F"));
    var refused = new DatasetReader(List.of(capitals)).read(published());
    assertThat(refused.diagnostics().get(0).rule()).isEqualTo(Rule.UNKNOWN_LEVEL);
    assertThat(refused.diagnostics().get(0).notes()).contains("did you mean `M` where `m` stands?");
  }

  @Test
  void readsThePublishedStimulationTable() {
    var format = TableFormat.plain().withSeparator(Separator.COMMA).withMissing("NA");
    var rule =
        TableRule.of("wide", "sudmex_tms_wide.csv", format, "rid")
            .withColumns(ColumnRule.text("group", "SHAM", "ACTIVE"));
    var read = new DatasetReader(List.of(rule)).read(published());
    assertThat(read.diagnostics()).isEmpty();
    var data = read.orThrow();
    assertThat(data.participants()).hasSize(44);
    assertThat(data.columns()).hasSize(22);
    for (var id : data.matching("*_t?")) {
      assertThat(data.numbers(id).orThrow().values()).doesNotContain(Double.NaN);
    }
    assertThat(data.numbers(new ColumnId("wide", "conn_dlvm_t0")).orThrow().at("1"))
        .isCloseTo(-0.038607, within(0.0));
  }

  @Test
  void readsThePublishedPainTable() {
    var rule =
        TableRule.of(
                "rpn", "rpn_circuit.csv", TableFormat.plain().withMissing(""), "participant_id")
            .withColumns(ColumnRule.text("site", "bochum", "essen", "szeged"));
    var data = new DatasetReader(List.of(rule)).read(published()).orThrow();
    assertThat(data.participants()).hasSize(119);
    assertThat(data.matching("fc_*")).hasSize(36).first().hasToString("rpn.fc_dACC__rACC");
    for (var id : data.matching("rpn", "fc_*")) {
      assertThat(data.numbers(id).isSound()).isTrue();
    }
    // README of the data: bochum 41, essen 49, szeged 29
    var sites = data.texts(data.find("site", ASKED).orThrow()).orThrow().values();
    assertThat(sites.stream().filter(s -> s.orElseThrow().equals("essen"))).hasSize(49);
  }
}
