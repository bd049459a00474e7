package org.planlock.cli;

import static org.planlock.cli.HostileStudy.DSL;
import static org.planlock.cli.HostileStudy.GROOVY;
import static org.planlock.cli.HostileStudy.YAML;

import java.util.List;

/** Rows 15 to 25 and 45: numbers that are none, or not the ones that are meant. */
final class HostileNumerals {
  private HostileNumerals() {}

  static List<HostileRow> rows() {
    return List.of(
        new HostileRow(
            15,
            "not a number",
            YAML.refuses("P205", "is not a number", "lambda: [0.5, 0.05]", "lambda: [0.5, §.nan]"),
            DSL.refuses("P205", "is not a number", "lambda 0.5, 0.05", "lambda 0.5, §nan"),
            GROOVY.refuses(
                "S118", "property or a method", "lambda 0.5, 0.05", "lambda 0.5, Double§.NaN")),
        new HostileRow(
            15,
            "infinity",
            YAML.refuses("P205", "is not a number", "lambda: [0.5, 0.05]", "lambda: [0.5, §.inf]"),
            DSL.refuses("P205", "is not a number", "lambda 0.5, 0.05", "lambda 0.5, §inf"),
            GROOVY.refuses("P205", "is not a number", "lambda 0.5, 0.05", "lambda 0.5, §'inf'")),
        new HostileRow(
            15,
            "a number that no computer can hold",
            YAML.refuses("P205", "must be finite", "lambda: [0.5, 0.05]", "lambda: [0.5, §1e400]"),
            DSL.refuses("P205", "must be finite", "lambda 0.5, 0.05", "lambda 0.5, §1e400"),
            GROOVY.refuses("P205", "must be finite", "lambda 0.5, 0.05", "lambda 0.5, §1e400")),
        new HostileRow(
            16,
            "a seed that a double cannot hold",
            YAML.refuses(
                "P206",
                "9007199254740991",
                "seed: plan_digest",
                "seed: {value: §9007199254740993, because: drawn by lot}"),
            DSL.refuses(
                "P206",
                "9007199254740991",
                "seed plan_digest",
                "seed §9007199254740993 because \"drawn by lot\""),
            GROOVY.refuses(
                "P206",
                "9007199254740991",
                "seed 'plan_digest'",
                "seed value: §9007199254740993, because: 'drawn by lot'")),
        new HostileRow(
            16,
            "a seed with thirty digits",
            YAML.refuses(
                "P206",
                "9007199254740991",
                "seed: plan_digest",
                "seed: {value: §123456789012345678901234567890, because: drawn by lot}"),
            DSL.refuses(
                "P206",
                "9007199254740991",
                "seed plan_digest",
                "seed §123456789012345678901234567890 because \"drawn by lot\""),
            GROOVY.refuses(
                "P206",
                "9007199254740991",
                "seed 'plan_digest'",
                "seed value: §123456789012345678901234567890, because: 'drawn by lot'")),
        new HostileRow(
            17,
            "more digits than can be kept",
            YAML.refuses(
                "P206", "more digits than can be kept", "at: 0.05", "at: §0.1000000000000000055"),
            DSL.refuses(
                "P206", "more digits than can be kept", "at 0.05", "at §0.1000000000000000055"),
            GROOVY.refuses(
                "P206", "more digits than can be kept", "at: 0.05", "at: §0.1000000000000000055")),
        new HostileRow(
            18,
            "minus nought",
            YAML.acceptsLike(
                "name: dose, table: people, type: number, range: [0, 80]",
                "name: dose, table: people, type: number, range: [-0.0, 80]",
                "name: dose, table: people, type: number, range: [0, 80]"),
            DSL.acceptsLike(
                "dose in people number 0 .. 80",
                "dose in people number -0.0 .. 80",
                "dose in people number 0 .. 80"),
            GROOVY.acceptsLike(
                "'dose', table: 'people', type: 'number', range: [0, 80]",
                "'dose', table: 'people', type: 'number', range: [-0.0, 80]",
                "'dose', table: 'people', type: 'number', range: [0, 80]")),
        new HostileRow(
            19,
            "a decimal comma",
            YAML.refuses("P205", "0.05", "at: 0.05", "at: §\"0,05\""),
            DSL.refuses("S101", "`0.05`", "at 0.05", "at §0,05"),
            GROOVY.refuses("S101", "`0.05`", "at: 0.05", "at: §0,05")),
        new HostileRow(
            19,
            "a number that begins with its point",
            YAML.refuses("P205", "0.5", "at: 0.05", "at: §.5"),
            DSL.refuses("S101", "`0.5`", "at 0.05", "at §.5"),
            GROOVY.refuses("S101", "`0.5`", "at: 0.05", "at: §.5")),
        new HostileRow(
            19,
            "a half in one character",
            YAML.refuses("P205", "0.5", "at: 0.05", "at: §½"),
            DSL.refuses("S110", "0.5", "at 0.05", "at §½"),
            GROOVY.refuses("P205", "0.5", "at: 0.05", "at: §'½'")),
        new HostileRow(
            19,
            "percent where nothing is in percent",
            YAML.refuses("P205", "0.05", "at: 0.05", "at: §5 %"),
            DSL.refuses("P205", "0.05", "at 0.05", "at §5 %"),
            GROOVY.refuses("P205", "0.05", "at: 0.05", "at: §'5 %'")),
        new HostileRow(
            20,
            "a level of nought",
            YAML.refuses("P207", "above 0 and below 1", "at: 0.05", "at: §0"),
            DSL.refuses("P207", "above 0 and below 1", "at 0.05", "at §0"),
            GROOVY.refuses("P207", "above 0 and below 1", "at: 0.05", "at: §0")),
        new HostileRow(
            20,
            "a level of one",
            YAML.refuses("P207", "above 0 and below 1", "at: 0.05", "at: §1"),
            DSL.refuses("P207", "above 0 and below 1", "at 0.05", "at §1"),
            GROOVY.refuses("P207", "above 0 and below 1", "at: 0.05", "at: §1")),
        new HostileRow(
            20,
            "a level above one",
            YAML.refuses("P207", "above 0 and below 1", "at: 0.05", "at: §1.5"),
            DSL.refuses("P207", "above 0 and below 1", "at 0.05", "at §1.5"),
            GROOVY.refuses("P207", "above 0 and below 1", "at: 0.05", "at: §1.5")),
        new HostileRow(
            20,
            "a level below nought",
            YAML.refuses("P207", "above 0 and below 1", "at: 0.05", "at: §-0.05"),
            DSL.refuses("P207", "above 0 and below 1", "at 0.05", "at §-0.05"),
            GROOVY.refuses("P207", "above 0 and below 1", "at: 0.05", "at: §-0.05")),
        new HostileRow(
            21,
            "a level in percent",
            YAML.refuses("P207", "0.05", "at: 0.05", "at: §5"),
            DSL.refuses("P207", "0.05", "at 0.05", "at §5"),
            GROOVY.refuses("P207", "0.05", "at: 0.05", "at: §5")),
        new HostileRow(
            22,
            "a lambda below nought",
            YAML.refuses("P207", "at least 0", "lambda: [0.5, 0.05]", "lambda: [0.5, §-0.05]"),
            DSL.refuses("P207", "at least 0", "lambda 0.5, 0.05", "lambda 0.5, §-0.05"),
            GROOVY.refuses("P207", "at least 0", "lambda 0.5, 0.05", "lambda 0.5, §-0.05")),
        new HostileRow(
            22,
            "a mixing above one",
            YAML.refuses(
                "P207", "at least 0 and at most 1", "l1_ratio: [0.5, 1]", "l1_ratio: [0.5, §1.2]"),
            DSL.refuses(
                "P207", "at least 0 and at most 1", "l1_ratio 0.5, 1", "l1_ratio 0.5, §1.2"),
            GROOVY.refuses(
                "P207", "at least 0 and at most 1", "l1_ratio 0.5, 1", "l1_ratio 0.5, §1.2")),
        new HostileRow(
            23,
            "yes for true",
            YAML.refuses("P204", "write `true`", "standardize: false", "standardize: §yes"),
            DSL.acceptsLike("standardize no", "standardize yes", "standardize yes"),
            GROOVY.refuses("P204", "write `true`", "standardize false", "standardize §'yes'")),
        new HostileRow(
            24,
            "words, days and times that a reader of YAML may take for others",
            YAML.acceptsLike(
                "[M, F], reference: M, code: {dummy: [0, 1]}",
                "[no, 2026-03-02, 12:30:45], reference: no",
                "[\"no\", \"2026-03-02\", \"12:30:45\"], reference: \"no\""),
            DSL.acceptsLike(
                "M, F reference M code dummy 0, 1",
                "no, \"2026-03-02\", \"12:30:45\" reference no",
                "\"no\", \"2026-03-02\", \"12:30:45\" reference \"no\""),
            GROOVY.refuses("S118", "`'no'`", "['M', 'F']", "['M', §no]")),
        new HostileRow(
            25,
            "a nought before a number",
            YAML.refuses("P205", "write `10`", "repeats: 1", "repeats: §010"),
            DSL.refuses("P205", "write `10`", "repeats 1", "repeats §010"),
            GROOVY.refuses("S101", "counts in eights", "repeats 1", "repeats §010")),
        new HostileRow(
            45,
            "a seed without a reason",
            YAML.remarks("P270", "by hand", "seed: plan_digest", "seed: §42"),
            DSL.remarks("P270", "by hand", "seed plan_digest", "seed §42"),
            GROOVY.remarks("P270", "by hand", "seed 'plan_digest'", "seed §42")));
  }
}
