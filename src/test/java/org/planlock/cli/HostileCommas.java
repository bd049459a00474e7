package org.planlock.cli;

import static org.planlock.cli.HostileStudy.DSL;
import static org.planlock.cli.HostileStudy.GROOVY;
import static org.planlock.cli.HostileStudy.YAML;

import java.util.List;

/** Row 19 where lists of numbers stand: a decimal comma beside commas that lead to the next. */
final class HostileCommas {
  private static final String NO_LIST = "without brackets YAML has a text, not a list of numbers";

  private HostileCommas() {}

  static List<HostileRow> rows() {
    return List.of(
        new HostileRow(
            19,
            "a decimal comma where one number would do",
            YAML.refuses("P205", "`0.5`", "lambda: [0.5, 0.05]", "lambda: §0,5"),
            DSL.refuses("P205", "`0.5`, or `0, 5`", "lambda 0.5, 0.05", "lambda §0,5"),
            GROOVY.refuses("P205", "`0.5`, or `0, 5`", "lambda 0.5, 0.05", "lambda §0,5")),
        new HostileRow(
            19,
            "a decimal comma above one",
            YAML.refuses("P205", "`2.75`", "lambda: [0.5, 0.05]", "lambda: §2,75"),
            DSL.refuses("P205", "`2.75`, or `2, 75`", "lambda 0.5, 0.05", "lambda §2,75"),
            GROOVY.refuses("P205", "`2.75`, or `2, 75`", "lambda 0.5, 0.05", "lambda §2,75")),
        new HostileRow(
            19,
            "a decimal comma among other values",
            YAML.cannot(NO_LIST),
            DSL.refuses("P205", "`0.5`, or `0, 5`", "l1_ratio 0.5, 1", "l1_ratio §0,5, 1"),
            GROOVY.refuses("P205", "`0.5`, or `0, 5`", "l1_ratio 0.5, 1", "l1_ratio §0,5, 1")),
        new HostileRow(
            19,
            "decimals that begin with 0 in a list",
            YAML.refuses("P205", "write `0.05`", "lambda: [0.5, 0.05]", "lambda: [§0,05]"),
            DSL.refuses("S101", "write `0.05`", "lambda 0.5, 0.05", "lambda [§0,05]"),
            GROOVY.refuses("S101", "write `0.05`", "lambda 0.5, 0.05", "lambda([§0,05])")),
        new HostileRow(
            19,
            "a nought before a number in a list",
            YAML.refuses("P205", "0 in front", "lambda: [0.5, 0.05]", "lambda: [0.5, §05]"),
            DSL.refuses("P205", "0 in front", "lambda 0.5, 0.05", "lambda 0.5, §05"),
            GROOVY.refuses("S101", "counts in eights", "lambda 0.5, 0.05", "lambda 0.5, §05")),
        new HostileRow(
            19,
            "a decimal comma in a level",
            YAML.refuses("P205", "write `0.5`", "at: 0.05", "at: §\"0,5\""),
            DSL.refuses("P205", "write `0.5`", "at 0.05", "at §0,5"),
            GROOVY.refuses("S101", "write `0.5`", "at: 0.05", "at: §0,5")),
        new HostileRow(
            19,
            "a decimal comma in a count",
            YAML.refuses("P205", "write `1.5`", "repeats: 1", "repeats: §1,5"),
            DSL.refuses("P205", "write `1.5`", "repeats 1", "repeats §1,5"),
            GROOVY.refuses("S101", "write `1.5`", "repeats 1", "repeats §1,5")),
        new HostileRow(
            19,
            "a decimal comma in the end of a grid",
            YAML.refuses(
                "P211",
                "write `0.1 * max`",
                "lambda: [0.5, 0.05]",
                "lambda: {values: 20, spacing: log_spaced, from: max, to: §\"0,1 * max\"}"),
            DSL.refuses(
                "P211",
                "write `0.1 * max`",
                "lambda 0.5, 0.05",
                "lambda 20 values log_spaced from max to §0,1 * max, both ends included"),
            GROOVY.refuses(
                "P211",
                "write `0.1 * max`",
                "lambda 0.5, 0.05",
                "lambda values: 20, spacing: 'log_spaced', from: 'max', to: §'0,1 * max'")),
        new HostileRow(
            19,
            "two numbers with a blank",
            YAML.acceptsLike("lambda: [0.5, 0.05]", "lambda: [0.5, 0]", "lambda: [0.5,    0.0]"),
            DSL.acceptsLike("lambda 0.5, 0.05", "lambda 5, 0", "lambda [5,0]"),
            GROOVY.acceptsLike("lambda 0.5, 0.05", "lambda 5, 0", "lambda([5,0])")),
        new HostileRow(
            19,
            "three numbers without blanks",
            YAML.acceptsLike("lambda: [0.5, 0.05]", "lambda: [3,2,1]", "lambda: [3, 2, 1]"),
            DSL.acceptsLike("lambda 0.5, 0.05", "lambda 3,2,1", "lambda 3, 2, 1"),
            GROOVY.acceptsLike("lambda 0.5, 0.05", "lambda 3,2,1", "lambda 3, 2, 1")),
        new HostileRow(
            19,
            "codes of levels without a blank",
            YAML.acceptsLike("dummy: [0, 1]", "dummy: [0,1]", "dummy: [0, 1]"),
            DSL.acceptsLike("dummy 0, 1", "dummy 0,1", "dummy 0, 1"),
            GROOVY.acceptsLike("dummy: [0, 1]", "dummy: [0,1]", "dummy: [0, 1]")));
  }
}
