package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.planlock.cli.HostileText.Absent;
import org.planlock.cli.HostileText.Accepted;
import org.planlock.cli.HostileText.Refused;
import org.planlock.cli.HostileText.Remarked;
import org.planlock.cli.HostileText.Written;

/**
 * A sound plan in each notation, and hostile texts made from it. In a hostile text {@link #MARK}
 * stands before the character to which the finding must point; it is not part of the text.
 */
enum HostileStudy {
  YAML(
      "study.plan.yaml",
      """
      planlock: 1
      plan:
        id: study
        title: A small study
      data:
        tables:
          - {name: people, file: people.csv, key: [id], missing: [NA], separator: comma}
        columns:
          - {name: sex, table: people, levels: [M, F], reference: M, code: {dummy: [0, 1]}}
          - {name: age, table: people, type: number, range: [18, 70], unit: years}
          - {name: dose, table: people, type: number, range: [0, 80]}
          - {name: before, table: people, type: number, range: [0, 80]}
          - {name: after, table: people, type: number, range: [0, 80]}
      sample: {target: 40 enrolled, minimum: 16 analysis_set}
      atlases:
        - {name: toy, image: rois/toy.nii.gz, labels: rois/toy.tsv, by: name}
      variables:
        - {name: change, role: outcome, value: after - before}
      prepare:
        - name: main
          steps:
            - {step: 1, code: [sex], using: row}
            - {step: 2, scale: [age, dose], to: z(sd n-1), using: training_fold}
      penalty:
        family: elastic_net
        l1_ratio: [0.5, 1]
        lambda: [0.5, 0.05]
        standardize: false
      validate:
        scheme: k_fold 5
        by: participant
        repeats: 1
        seed: plan_digest
      models:
        - {name: m1, outcome: change, terms: [age, dose]}
        - {name: m2, extends: m1, add: [sex]}
      compare:
        - {model: m2, with: m1, by: cv_mse, inference: none}
      hypotheses:
        - id: H1
          claim: dose lowers
          corroborated: {all: ["coefficient(m1, dose) > 0.25", p_holm(H1) <= 0.05]}
        - id: H2
          claim: age lowers
          corroborated: {all: ["coefficient(m1, age) > 0.25", p_value(H2) <= 0.05]}
      inference:
        nulls:
          - {hypothesis: H1, permute: rows of dose, times: 999, statistic: "coefficient(m1, dose)", tail: upper}
          - {hypothesis: H2, permute: rows of age, times: 999, statistic: "coefficient(m1, age)", tail: upper}
        multiplicity: {method: holm, over: [H1, H2], at: 0.05}
      """),
  DSL(
      "study.plan",
      """
      plan "study" language 1 {
        title "A small study"
      }
      data {
        table people from "people.csv" key id missing "NA" separator comma
        column sex in people levels M, F reference M code dummy 0, 1
        column age in people number 18 .. 70 unit years
        column dose in people number 0 .. 80
        column before in people number 0 .. 80
        column after in people number 0 .. 80
      }
      sample { target 40 enrolled minimum 16 analysis_set }
      atlas toy from "rois/toy.nii.gz" labels "rois/toy.tsv" by name
      outcome change = after - before
      prepare main {
        1 code sex using row
        2 scale age, dose to z(sd n-1) using training_fold
      }
      penalty elastic_net {
        l1_ratio 0.5, 1
        lambda 0.5, 0.05
        standardize no
      }
      validate {
        scheme k_fold 5 by participant
        repeats 1
        seed plan_digest
      }
      model m1 { outcome change terms age + dose }
      model m2 extends m1 { terms + sex }
      compare m2 with m1 by cv_mse inference none
      hypothesis H1 "dose lowers" { corroborated when coefficient(m1, dose) > 0.25 and p_holm(H1) <= 0.05 }
      hypothesis H2 "age lowers" { corroborated when coefficient(m1, age) > 0.25 and p_value(H2) <= 0.05 }
      inference {
        null H1 permute rows of dose 999 times statistic coefficient(m1, dose) tail upper
        null H2 permute rows of age 999 times statistic coefficient(m1, age) tail upper
        multiplicity holm over H1, H2 at 0.05
      }
      """),
  GROOVY(
      "study.plan.groovy",
      """
      planlock 1

      plan('study') {
        title 'A small study'
      }

      data {
        table 'people', file: 'people.csv', key: ['id'], missing: ['NA'], separator: 'comma'
        column 'sex', table: 'people', levels: ['M', 'F'], reference: 'M', code: [dummy: [0, 1]]
        column 'age', table: 'people', type: 'number', range: [18, 70], unit: 'years'
        column 'dose', table: 'people', type: 'number', range: [0, 80]
        column 'before', table: 'people', type: 'number', range: [0, 80]
        column 'after', table: 'people', type: 'number', range: [0, 80]
      }

      sample {
        target '40 enrolled'
        minimum '16 analysis_set'
      }

      atlas 'toy', image: 'rois/toy.nii.gz', labels: 'rois/toy.tsv', by: 'name'
      outcome 'change', value: 'after - before'

      prepare('main') {
        step 1, code: ['sex'], using: 'row'
        step 2, scale: ['age', 'dose'], to: 'z(sd n-1)', using: 'training_fold'
      }

      penalty('elastic_net') {
        l1_ratio 0.5, 1
        lambda 0.5, 0.05
        standardize false
      }

      validate {
        scheme 'k_fold 5'
        by 'participant'
        repeats 1
        seed 'plan_digest'
      }

      model 'm1', outcome: 'change', terms: ['age', 'dose']
      model 'm2', extends: 'm1', add: ['sex']
      compare 'm2', with: 'm1', by: 'cv_mse', inference: 'none'

      hypothesis('H1') {
        claim 'dose lowers'
        corroborated all: ['coefficient(m1, dose) > 0.25', 'p_holm(H1) <= 0.05']
      }

      hypothesis('H2') {
        claim 'age lowers'
        corroborated all: ['coefficient(m1, age) > 0.25', 'p_value(H2) <= 0.05']
      }

      inference {
        null_of 'H1', permute: 'rows of dose', times: 999, statistic: 'coefficient(m1, dose)', tail: 'upper'
        null_of 'H2', permute: 'rows of age', times: 999, statistic: 'coefficient(m1, age)', tail: 'upper'
        multiplicity method: 'holm', over: ['H1', 'H2'], at: 0.05
      }
      """);

  static final String MARK = "§";
  private final String fileName;
  private final String text;

  HostileStudy(String fileName, String text) {
    this.fileName = fileName;
    this.text = text;
  }

  String fileName() {
    return fileName;
  }

  /** The sound plan. */
  String text() {
    return text;
  }

  /** The sound plan with something else in one place. */
  String with(String was, String is) {
    assertThat(text.split(Pattern.quote(was), -1)).as(was).hasSize(2);
    return text.replace(was, is);
  }

  /** The change makes {@code check} end with 3 and this finding. */
  HostileText refuses(String code, String phrase, String was, String is) {
    return refuses(code, phrase, with(was, is));
  }

  /** This text makes {@code check} end with 3 and this finding. */
  HostileText refuses(String code, String phrase, String marked) {
    return new Refused(code, phrase, HostileText.place(fileName, marked), written(marked));
  }

  /** This text in another encoding makes {@code check} end with 3 and a finding without a line. */
  HostileText refuses(String code, String phrase, String encoded, Charset charset) {
    return new Refused(code, phrase, fileName, new Written(encoded, charset));
  }

  /** The change makes {@code check} say this and end with 0. */
  HostileText remarks(String code, String phrase, String was, String is) {
    var marked = with(was, is);
    return new Remarked(code, phrase, HostileText.place(fileName, marked), written(marked));
  }

  /** A text that means the same as the sound plan. */
  HostileText accepts(String other) {
    return new Accepted(written(other), written(text));
  }

  /** The change means the same as the sound plan. */
  HostileText accepts(String was, String is) {
    return acceptsLike(was, is, was);
  }

  /** The change means the same as another one. */
  HostileText acceptsLike(String was, String is, String plain) {
    return new Accepted(written(with(was, is)), written(with(was, plain)));
  }

  /** The thing cannot be written in this notation. */
  HostileText cannot(String reason) {
    return new Absent(reason);
  }

  private static Written written(String marked) {
    return new Written(marked.replace(MARK, ""), StandardCharsets.UTF_8);
  }
}
