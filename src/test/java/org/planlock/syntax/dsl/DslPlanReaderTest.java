package org.planlock.syntax.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.Trees;
import org.planlock.syntax.yaml.YamlPlanReader;

class DslPlanReaderTest {
  @Test
  void readsTheCompletePlanAsItsYamlTwin() {
    var plan = read(Trees.target("ketamine-ptsd.plan"));
    var twin = new YamlPlanReader().read(Trees.target("ketamine-ptsd.plan.yaml"));
    assertThat(plan.diagnostics()).isEmpty();
    assertThat(Trees.difference(plan.orThrow(), twin.orThrow())).isEmpty();
  }

  @Test
  void readsAFirstPlan() {
    var plan = read(Trees.target("first.plan"));
    assertThat(plan.diagnostics()).isEmpty();
    assertThat(Trees.show(plan.orThrow()))
        .isEqualTo(
            "{planlock: '1', plan: {id: 'first', title: 'Does connectivity change go with less craving?'}, "
                + "data: {tables: [{name: 'wide', file: 'wide.csv', key: ['rid'], missing: ['NA'], separator: 'comma'}]}, "
                + "variables: [{role: 'outcome', name: 'improvement', value: 'vas_t0 - vas_t1'}, "
                + "{role: 'predictor', name: 'd_conn_dlvm', value: 'conn_dlvm_t1 - conn_dlvm_t0'}, "
                + "{role: 'predictor', name: 'd_vmpfc', value: 'vmpfc_cluster_t1 - vmpfc_cluster_t0'}], "
                + "prepare: [{name: 'main', steps: [{step: '1', scale: ['d_conn_dlvm', 'd_vmpfc', 'age'], to: 'z(sd n-1)', using: 'training_fold'}]}], "
                + "penalty: {family: 'elastic_net', l1_ratio: '0.1 .. 1.0 by 0.1', "
                + "lambda: {values: '100', spacing: 'log_spaced', from: 'max', to: '0.01 * max'}}, "
                + "validate: {scheme: 'leave_one_out', by: 'participant', select: {minimum: 'jointly', over: ['l1_ratio', 'lambda']}}, "
                + "models: [{name: 'change', outcome: 'improvement', terms: ['d_conn_dlvm', 'd_vmpfc', 'age']}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      penalty elastic_net { standardize no }                                    | {penalty: {family: 'elastic_net', standardize: 'false'}}
      penalty none                                                              | {penalty: {family: 'none'}}
      penalty none { intercept free }                                           | {penalty: {family: 'none', intercept: 'free'}}
      validate { ties within 1e-12 absolute   smaller l1_ratio, then larger lambda } | {validate: {ties: {within: '1e-12 absolute', prefer: ['smaller l1_ratio', 'larger lambda']}}}
      validate { ties within 0 relative }                                       | {validate: {ties: {within: '0 relative'}}}
      data { table wide from "a.csv" key rid missing "NA" separator comma complete yes dictionary "d.json" } | {data: {tables: [{name: 'wide', file: 'a.csv', key: ['rid'], missing: ['NA'], separator: 'comma', complete: 'true', dictionary: 'd.json'}]}}
      data { table m from "m.tsv" key participant_id, session_id, measure  spread raw as (measure), mean_fd as fd_(measure) } | {data: {tables: [{name: 'm', file: 'm.tsv', key: ['participant_id', 'session_id', 'measure'], spread: [{column: 'raw', as: '(measure)'}, {column: 'mean_fd', as: 'fd_(measure)'}]}]}}
      data { column sex in t levels M, F reference M code effect -1, 1 missing "NA", "-9" sealed } | {data: {columns: [{name: 'sex', table: 't', levels: ['M', 'F'], reference: 'M', code: {effect: ['-1', '1']}, missing: ['NA', '-9'], sealed: 'true'}]}}
      data { column d in t code numeric sealed no }                             | {data: {columns: [{name: 'd', table: 't', code: 'numeric', sealed: 'false'}]}}
      data { column n in t integer }                                            | {data: {columns: [{name: 'n', table: 't', type: 'integer'}]}}
      predictor d_conn_dlvm = conn_dlvm_t1 - conn_dlvm_t0                       | {variables: [{role: 'predictor', name: 'd_conn_dlvm', value: 'conn_dlvm_t1 - conn_dlvm_t0'}]}
      for outcome in vas, bis11t { model m_(outcome) { outcome (outcome) terms a } } | {models: [{name: 'm_(outcome)', outcome: '(outcome)', terms: ['a'], for: {outcome: ['vas', 'bis11t']}}]}
      model m_(outcome) for outcome in vas, bis11t { outcome (outcome) terms a } | {models: [{name: 'm_(outcome)', for: {outcome: ['vas', 'bis11t']}, outcome: '(outcome)', terms: ['a']}]}
      sensitivity { variant textbook { penalty.objective textbook } }           | {sensitivity: {variants: [{name: 'textbook', set: [{path: 'penalty.objective', value: 'textbook'}]}]}}
      penalty elastic_net { lambda_max max_abs(x'(y - mean(y))) / (n * l1_ratio)  prepared using analysis_set } | {penalty: {family: 'elastic_net', lambda_max: {formula: 'max_abs(x'(y - mean(y))) / (n * l1_ratio)', prepared: 'analysis_set'}}}
      inference { fitted_r2 squared_correlation(fit, outcome) loocv_r correlation(cv_prediction, outcome)   constant undefined } | {inference: {scores: [{name: 'fitted_r2', formula: 'squared_correlation(fit, outcome)'}, {name: 'loocv_r', formula: 'correlation(cv_prediction, outcome)', constant: 'undefined'}]}}
      inference { loocv_q2 1 - sse/sst   sst mean of all rows score mine 1 - sse/sst } | {inference: {scores: [{name: 'loocv_q2', formula: '1 - sse/sst', sst: 'mean of all rows'}, {name: 'mine', formula: '1 - sse/sst'}]}}
      sample { exclude when a > 1 because "x" missing counts_as inside  flow by site counts alone } | {sample: {rules: [{exclude: 'a > 1', because: 'x', missing: 'counts_as inside'}], flow: {by: 'site', counts: ['alone']}}}
      sample { exclude when at_least 2 of (cpt outside 0 .. 27.21, hpt outside 36.33 .. 49.88)   missing counts_as inside } | {sample: {rules: [{exclude: 'at_least 2 of (cpt outside 0 .. 27.21, hpt outside 36.33 .. 49.88)', missing: 'counts_as inside'}]}}
      sample { flow by site   counts sequential, alone }                        | {sample: {flow: {by: 'site', counts: ['sequential', 'alone']}}}
      sample { include when site = bochum rows complete_cases on a, b }         | {sample: {rules: [{include: 'site = bochum'}], rows: 'complete_cases on a, b'}}
      models not_applicable because "exclusion flow only"                       | {models: {not_applicable: 'exclusion flow only'}}
      model not_applicable because "exclusion flow only"                        | {models: {not_applicable: 'exclusion flow only'}}
      set circuit = columns "fc_*" in rpn                                       | {sets: [{name: 'circuit', columns: 'fc_*', in: 'rpn'}]}
      set s = a, b                                                              | {sets: [{name: 's', terms: ['a', 'b']}]}
      prepare p { 1 residualise circuit on mean_fd, intercept   rows participant   using analysis_set } | {prepare: [{name: 'p', steps: [{step: '1', residualise: 'circuit', on: ['mean_fd', 'intercept'], rows: 'participant', using: 'analysis_set'}]}]}
      prepare p { 1 not_applicable because "none here"  2 interact a x b as product(raw change, unscaled dummy) } | {prepare: [{name: 'p', steps: [{step: '1', not_applicable: 'none here'}, {step: '2', interact: 'a x b', as: 'product(raw change, unscaled dummy)'}]}]}
      model circuit { outcome y terms a prepare adjusted penalty none }         | {models: [{name: 'circuit', outcome: 'y', terms: ['a'], prepare: 'adjusted', penalty: {family: 'none'}}]}
      validate { outer leave_one_out inner leave_one_out   scale using inner_training_fold   lambda_max using analysis_set } | {validate: {outer: {scheme: 'leave_one_out', inner: {scheme: 'leave_one_out'}, scale: {using: 'inner_training_fold'}, lambda_max: {using: 'analysis_set'}}}}
      validate { scheme k_fold 10 by participant grouped by site seed from plan } | {validate: {scheme: 'k_fold 10', by: 'participant', grouped: 'site', seed: 'from plan'}}
      validate { scheme given fold_id by participant seed 42 because "as in the pilot" } | {validate: {scheme: 'given fold_id', by: 'participant', seed: {value: '42', because: 'as in the pilot'}}}
      validate { select one_standard_error jointly over lambda }                | {validate: {select: {one_standard_error: 'jointly', over: ['lambda']}}}
      penalty elastic_net { penalty_factor 1 for every term bounds none penalty_factor 0 for age, sex } | {penalty: {family: 'elastic_net', penalty_factor: {every_term: '1', bounds: 'none', terms: [{factor: '0', for: ['age', 'sex']}]}}}
      penalty elastic_net { lambda 20, 18.07, 16.3 l1_ratio [1] }               | {penalty: {family: 'elastic_net', lambda: ['20', '18.07', '16.3'], l1_ratio: ['1']}}
      contingency when n < 16 then penalty.lambda 60 values log_spaced from 20 to 0.05, both ends included | {contingency: [{when: 'n < 16', set: [{path: 'penalty.lambda', value: {values: '60', spacing: 'log_spaced', from: '20', to: '0.05', ends: 'both included'}}]}]}
      plan "a" language 1 { ledger "A. Author" saw caps5_total on 2025-02-01 siblings none } | {planlock: '1', plan: {id: 'a', ledger: [{person: 'A. Author', saw: 'caps5_total', on: '2025-02-01'}], siblings: []}}
      hypothesis H1 "c" { corroborated when a > 1 or b > 1 and c > 1 }          | {hypotheses: [{id: 'H1', claim: 'c', corroborated: 'a > 1 or b > 1 and c > 1'}]}
      measure m_(roi) = mean_signal(roi) for a, b task t                        | {measures: [{name: 'm_(roi)', mean_signal: {roi: ['a', 'b']}, task: 't'}]}
      roi a = toy "Left \\"A\\""  sides pooled                                  | {rois: [{name: 'a', atlas: 'toy', labels: ['Left "A"'], sides: 'pooled'}]}
      """)
  void readsEverySpelling(String text, String tree) {
    var plan = read(SourceFile.of("test.plan", text));
    assertThat(plan.diagnostics()).isEmpty();
    assertThat(Trees.show(plan.orThrow())).isEqualTo(tree);
  }

  @Test
  void reportsSeveralMistakesEachAtItsPlace() {
    var found =
        read(SourceFile.of(
                "test.plan",
                """
                    plan "x" language 1 { title Unquoted }
                    sample {
                      target 21 enrolled
                      mininum 16 analysis_set
                      looks 0   lokos 3
                    }
                    data {
                      column age in t number 18 .. 70 unti years instrument "X"
                      column sex in
                      column b in t number 0 .. unit x
                    }
                    modle m { outcome y }
                    validate { scheme leave_one_out by participant   repeets 1 }
                    space A
                    space B
                    """))
            .diagnostics();
    assertThat(found.stream().map(DslPlanReaderTest::line))
        .containsExactly(
            "1:29 S101",
            "4:3 S113 did you mean `minimum`?",
            "5:13 S113 did you mean `looks`?",
            "8:35 S113 did you mean `unit`?",
            "9:14 S117",
            "10:24 S117",
            "12:1 S113 did you mean `model`?",
            "13:50 S113 did you mean `repeats`?",
            "15:1 S103");
  }

  @Test
  void aSecondHeadingIsOneMistake() {
    var found =
        read(SourceFile.of(
                "x.plan",
                """
                plan "x" language 1 { title "X" }
                plan "x" language 1 { title "X" }
                """))
            .diagnostics();
    assertThat(found.stream().map(DslPlanReaderTest::line)).containsExactly("2:1 S103");
    assertThat(found.get(0).message()).startsWith("`plan` is said on line 1 ");
  }

  @Test
  void asksForTheLanguageInTheWordsOfTheHeading() {
    var found = read(SourceFile.of("x.plan", "plan \"x\" { title \"X\" }\n")).diagnostics();
    assertThat(found.stream().map(DslPlanReaderTest::line)).containsExactly("1:1 P202");
    assertThat(found.get(0).helps()).containsExactly("write `language 1` behind the name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      plan "x" language 1 { title "a }      | 1:29 S102
      plan "x" language 1 { title "a"       | 1:21 S102
      outcome y = log(a + b                 | 1:16 S102
      outcome y = a) + b                    | 1:14 S101
      plan "x" language 1 { title "a\\q" }  | 1:29 S101
      plan "x" language 1 { title "\\ud800" } | 1:29 S110
      outcome y = .5 * a                    | 1:13 S101
      model m { terms аge }                 | 1:17 S110
      // only a comment                     | 1:1 S112
      """)
  void saysWhereAMistakeBegan(String text, String place) {
    assertThat(
            read(SourceFile.of("test.plan", text)).diagnostics().stream()
                .map(DslPlanReaderTest::line)
                .map(s -> s.substring(0, s.indexOf('S') + 4)))
        .contains(place);
  }

  @Test
  void placesPartsOfPhrasesExactly() {
    var plan = read(SourceFile.of("t.plan", "outcome y = a + bad // why\n")).orThrow();
    var value =
        (PlanNode.Scalar)
            ((PlanNode.Mapping)
                    ((PlanNode.Sequence) plan.get("variables").orElseThrow()).items().get(0))
                .get("value")
                .orElseThrow();
    assertThat(value.spanOf(4, 7).text()).isEqualTo("bad");
  }

  @Test
  void leavesCommentsOutOfPhrases() {
    var plan =
        read(SourceFile.of("t.plan", "outcome y = a + // first\n  b // second\nspace X")).orThrow();
    assertThat(Trees.show(plan))
        .isEqualTo("{variables: [{role: 'outcome', name: 'y', value: 'a + b'}], space: 'X'}");
  }

  private static String line(Diagnostic found) {
    String help =
        found.helps().stream()
            .filter(text -> text.startsWith("did you mean"))
            .findFirst()
            .orElse("");
    return (found.span().line()
            + ":"
            + found.span().column()
            + " "
            + found.rule().code()
            + " "
            + help)
        .strip();
  }

  private static Checked<PlanNode.Mapping> read(SourceFile source) {
    return new DslPlanReader().read(source);
  }
}
