package org.planlock.execution.conduct;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ten people, two predictors and an outcome, fitted by least squares. */
final class SmallStudy {
  static final String TABLE =
      """
      participant_id	site	x	z	y
      s01	a	1.2	0.5	3.1
      s02	a	2.1	-1.0	3.9
      s03	b	2.9	0.3	6.2
      s04	b	4.2	1.1	8.8
      s05	c	5.1	-0.7	8.4
      s06	c	5.8	0.9	11.7
      s07	a	7.3	-0.2	12.9
      s08	b	7.9	1.4	15.8
      s09	c	9.1	-1.3	14.6
      s10	a	9.7	0.6	18.3
      """;

  private static final String PLAN =
      """
      planlock: 1
      plan: {id: small}
      data:
        tables:
          - {name: people, file: people.tsv, key: [participant_id], missing: [n/a], one_row_per: participant}
        columns:
          - {name: site, table: people, levels: [a, b, c]}
      sample: {order: file}
      variables:
        - {name: gain, role: outcome, value: y, scaled: false}
      models:
        - {name: both, outcome: gain, terms: [x, z]}
        - {name: first, outcome: gain, terms: [x]}
      penalty: {family: none}
      validate:
        scheme: leave_one_out
        loss: {of: squared_error, aggregate: mean over rows}
      inference:
        r2_in_sample: {formula: 1 - sse/sst, sst: mean of all rows}
        cv_r2: {formula: 1 - sse/sst, sst: mean of training_fold}
      """;

  private SmallStudy() {}

  /** The study with more lines in its plan. */
  static Execution with(Path folder, String more) {
    try {
      Files.writeString(folder.resolve("people.tsv"), TABLE, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Execution(Execution.bind(PLAN + more), folder);
  }
}
