package org.planlock.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planlock.plan.prepare.Product.State;
import org.planlock.stats.Moments;

/** The table part of the simulated trial; expected: files made by make/expected_rct21.R. */
class TrialPreparationTest {
  private static final double DIGITS = 1e-8;
  private static final String PLAN = Prepared.text("rct21-table");

  /** The plan without the demand for complete cases, so that everybody enrolled is analysed. */
  private static final String EVERYBODY = PLAN.replaceAll("(?m)^  rows: complete_cases.*\\n", "");

  @Test
  void changesAreThoseOfThePooledResiduals() throws IOException {
    var engine = Prepared.of(EVERYBODY, Prepared.RCT).engine();
    var expected = change("change_post_minus_pre");
    var scaled = change("change_z");
    for (var measure : expected.keySet()) {
      var formed = engine.values(Optional.of("main"), "d_" + measure, State.RAW).orThrow();
      var z = engine.values(Optional.of("main"), "d_" + measure, State.SCALED).orThrow();
      close(formed, expected.get(measure));
      close(z, Objects.requireNonNull(scaled.get(measure)));
    }
    assertThat(expected).hasSize(14);
  }

  @Test
  void residualsOfASessionAreNotThoseOfBothTogether() throws IOException {
    var ofEachSession =
        EVERYBODY.replace("participant x session pooled", "participant x session per_session");
    changesFrom(EVERYBODY, "fd_residual_pooled");
    changesFrom(ofEachSession, "fd_residual_per_session");
  }

  private static void changesFrom(String plan, String column) throws IOException {
    var engine = Prepared.of(plan, Prepared.RCT).engine();
    var residuals = rows("measures.tsv", column);
    var name = "rest_fc_vmPFC_amygdala";
    var changes = new ArrayList<Double>();
    for (int i = 1; i <= 21; i++) {
      var id = String.format(java.util.Locale.ROOT, "sub-%02d", i);
      double before = Objects.requireNonNull(residuals.get(id + " ses-pre " + name));
      changes.add(Objects.requireNonNull(residuals.get(id + " ses-post " + name)) - before);
    }
    close(engine.values(Optional.of("main"), "d_" + name, State.RESIDUAL).orThrow(), changes);
  }

  @Test
  void analysesTheCompleteCasesOfTheFile() {
    var sample = Prepared.of(PLAN, Prepared.RCT).sample().orThrow();
    // participants of expected/elastic_net.json
    assertThat(sample.analysed())
        .hasSize(17)
        .doesNotContain("sub-07", "sub-15", "sub-16", "sub-19");
    assertThat(sample.departures()).allMatch(each -> each.rule().equals("sample.rows"));
  }

  @Test
  void aProductOfScaledParentsIsScaledAgain() {
    var design = Prepared.of(PLAN, Prepared.RCT).design("drug_specific").orThrow();
    var z = Prepared.column(design, "d_faces_bold_dACC");
    var group = Prepared.column(design, "group");
    var dummy = Arrays.stream(group).map(g -> g > 0 ? 1 : 0).toArray();
    var product = new double[z.length];
    Arrays.setAll(product, i -> z[i] * dummy[i]);
    double mean = Moments.mean(product);
    double sd = Moments.sampleSd(product);
    var actual = Prepared.column(design, "d_faces_bold_dACC:group");
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).isCloseTo((product[i] - mean) / sd, within(1e-12));
    }
    assertThat(design.columns()).hasSize(34);
  }

  @Test
  void aFoldScalesByItsOwnRows() {
    var prepared =
        Prepared.of(
            PLAN.replace(
                "z(sd n-1), constant: zero, using: analysis_set",
                "z(sd n-1), constant: zero, using: training_fold"),
            Prepared.RCT);
    var analysed = prepared.sample().orThrow().analysed();
    var training = analysed.stream().filter(id -> !id.equals("sub-03")).toList();
    var engine = prepared.engine();
    var design =
        engine
            .design(
                prepared.spec("drug_agnostic"),
                new Learning(training, analysed, Optional.empty(), "3"))
            .orThrow();
    var ages = engine.values(Optional.of("main"), "age", State.RAW).orThrow();
    var inFold = new ArrayList<Double>(ages);
    inFold.remove(analysed.indexOf("sub-03"));
    var array = inFold.stream().mapToDouble(Double::doubleValue).toArray();
    double expected = (23 - Moments.mean(array)) / Moments.sampleSd(array);
    // sub-03 is 23 years old
    assertThat(Prepared.column(design, "age")[analysed.indexOf("sub-03")])
        .isCloseTo(expected, within(1e-12));
    assertThat(engine.stepEvents())
        .filteredOn(event -> event.text("fold").filter("3"::equals).isPresent())
        .allMatch(
            event ->
                event.texts("fitRows").orElseThrow().equals(training)
                    || event.text("using").filter("row"::equals).isPresent());
  }

  @Test
  void nestedValidationMayScaleElsewhere() {
    var nested =
        PLAN.replace(
            "  ties: {within: 0 relative",
            "  outer: {scheme: leave_one_out, scale: {using: inner_training_fold}}\n"
                + "  ties: {within: 0 relative");
    var prepared = Prepared.of(nested, Prepared.RCT);
    var analysed = prepared.sample().orThrow().analysed();
    var inner = analysed.subList(2, analysed.size());
    var outer = analysed.subList(1, analysed.size());
    var scaling = Optional.of(org.planlock.plan.value.Scope.INNER_TRAINING_FOLD);
    var engine = prepared.engine();
    var spec = prepared.spec("drug_agnostic");
    var moved =
        engine.design(spec, new Learning(inner, outer, scaling, "outer 1, inner 2")).orThrow();
    var array = Arrays.copyOfRange(Prepared.column(moved, "age"), 2, analysed.size());
    assertThat(Moments.mean(array)).isCloseTo(0, within(1e-12));
    assertThat(Moments.sampleSd(array)).isCloseTo(1, within(1e-12));
    assertThat(engine.insideNested()).isEqualTo(1);
    assertThat(engine.stepEvents()).isEmpty();
  }

  private static void close(List<Double> actual, List<Double> expected) {
    assertThat(actual).hasSize(expected.size());
    for (int i = 0; i < actual.size(); i++) {
      double wanted = expected.get(i);
      if (Double.isNaN(wanted)) {
        assertThat(actual.get(i)).isNaN();
      } else {
        assertThat(actual.get(i)).isCloseTo(wanted, within(DIGITS * Math.max(1, Math.abs(wanted))));
      }
    }
  }

  private static Map<String, List<Double>> change(String column) throws IOException {
    Map<String, List<Double>> found = new HashMap<>();
    var lines = Files.readAllLines(Prepared.RCT.resolve("expected/change.tsv"));
    int at = List.of(lines.get(0).split("\t")).indexOf(column);
    lines.stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .forEach(
            cells ->
                found.computeIfAbsent(cells[1], m -> new ArrayList<>()).add(number(cells[at])));
    return found;
  }

  private static Map<String, Double> rows(String file, String column) throws IOException {
    Map<String, Double> found = new HashMap<>();
    var lines = Files.readAllLines(Prepared.RCT.resolve("expected/" + file));
    int at = List.of(lines.get(0).split("\t")).indexOf(column);
    lines.stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .forEach(c -> found.put(c[0] + " " + c[1] + " " + c[2], number(c[at])));
    return found;
  }

  private static double number(String cell) {
    return cell.equals("n/a") ? Double.NaN : Double.parseDouble(cell);
  }
}
