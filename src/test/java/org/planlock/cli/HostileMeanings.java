package org.planlock.cli;

import static org.planlock.cli.HostileStudy.DSL;
import static org.planlock.cli.HostileStudy.GROOVY;
import static org.planlock.cli.HostileStudy.YAML;

import java.util.List;

/** Rows 38 to 44, 47 and 48: names without a thing, and files outside the study. */
final class HostileMeanings {
  private HostileMeanings() {}

  static List<HostileRow> rows() {
    return List.of(
        new HostileRow(
            38,
            "a hypothesis about a model that is not there",
            YAML.refuses(
                "P220",
                "`m9` is not a model",
                "\"coefficient(m1, dose) > 0.25\"",
                "\"coefficient(§m9, dose) > 0.25\""),
            DSL.refuses(
                "P220",
                "`m9` is not a model",
                "coefficient(m1, dose) > 0.25",
                "coefficient(§m9, dose) > 0.25"),
            GROOVY.refuses(
                "P220",
                "`m9` is not a model",
                "'coefficient(m1, dose) > 0.25'",
                "'coefficient(§m9, dose) > 0.25'")),
        new HostileRow(
            39,
            "models that extend each other",
            YAML.refuses(
                "P243",
                "m1 -> m2 -> m1",
                "{name: m1, outcome: change, terms: [age, dose]}",
                "{name: m1, extends: §m2, outcome: change, add: [age, dose]}"),
            DSL.refuses(
                "P243",
                "m1 -> m2 -> m1",
                "model m1 { outcome change terms age + dose }",
                "model m1 extends §m2 { outcome change terms + age + dose }"),
            GROOVY.refuses(
                "P243",
                "m1 -> m2 -> m1",
                "model 'm1', outcome: 'change', terms: ['age', 'dose']",
                "model 'm1', extends: §'m2', outcome: 'change', add: ['age', 'dose']")),
        new HostileRow(
            39,
            "variables that need each other",
            YAML.refuses(
                "P257",
                "change -> other -> change",
                "value: after - before}",
                "value: §after - other}\n  - {name: other, role: covariate, value: change - before}"),
            DSL.refuses(
                "P257",
                "change -> other -> change",
                "change = after - before",
                "change = §after - other\ncovariate other = change - before"),
            GROOVY.refuses(
                "P257",
                "change -> other -> change",
                "value: 'after - before'",
                "value: §'after - other'\ncovariate 'other', value: 'change - before'")),
        new HostileRow(
            40,
            "a comparison of models that are not nested",
            YAML.refuses(
                "P242",
                "`age`",
                "extends: m1, add: [sex]}\ncompare:\n  - {model: m2, with: m1",
                "outcome: change, terms: [dose, sex]}\ncompare:\n  - {model: m2, with: §m1"),
            DSL.refuses(
                "P242",
                "`age`",
                "model m2 extends m1 { terms + sex }\ncompare m2 with m1",
                "model m2 { outcome change terms dose + sex }\ncompare m2 with §m1"),
            GROOVY.refuses(
                "P242",
                "`age`",
                "extends: 'm1', add: ['sex']\ncompare 'm2', with: 'm1'",
                "outcome: 'change', terms: ['dose', 'sex']\ncompare 'm2', with: §'m1'")),
        new HostileRow(
            41,
            "a hypothesis twice",
            YAML.refuses("P209", "H1", "  - id: H2", "  - §id: H1"),
            DSL.refuses("P209", "H1", "hypothesis H2", "§hypothesis H1"),
            GROOVY.refuses("P209", "H1", "hypothesis('H2')", "§hypothesis('H1')")),
        new HostileRow(
            42,
            "a family of one",
            YAML.remarks("P277", "one member", "over: [H1, H2]", "over: §[H1]"),
            DSL.remarks("P277", "one member", "over H1, H2", "over §H1"),
            GROOVY.remarks("P277", "one member", "over: ['H1', 'H2']", "over: §['H1']")),
        new HostileRow(
            42,
            "a family with a member that is not there",
            YAML.refuses("P236", "H9", "over: [H1, H2]", "over: [H1, H2, §H9]"),
            DSL.refuses("P236", "H9", "over H1, H2", "over H1, H2, §H9"),
            GROOVY.refuses("P236", "H9", "over: ['H1', 'H2']", "over: ['H1', 'H2', §'H9']")),
        new HostileRow(
            43,
            "a column that is not there",
            YAML.refuses("P220", "`before`", "value: after - before", "value: after - §befor"),
            DSL.refuses("P220", "`before`", "= after - before", "= after - §befor"),
            GROOVY.refuses("P220", "`before`", "'after - before'", "'after - §befor'")),
        new HostileRow(
            44,
            "a term that is the outcome",
            YAML.refuses(
                "P244",
                "is the outcome of this model",
                "terms: [age, dose]",
                "terms: [age, dose, §change]"),
            DSL.refuses(
                "P244",
                "is the outcome of this model",
                "terms age + dose",
                "terms age + dose + §change"),
            GROOVY.refuses(
                "P244",
                "is the outcome of this model",
                "terms: ['age', 'dose']",
                "terms: ['age', 'dose', §'change']")),
        new HostileRow(
            44,
            "a term that is a part of the outcome from afterwards",
            YAML.refuses(
                "P244",
                "is what the outcome `change` is made of",
                "terms: [age, dose]",
                "terms: [age, dose, §after]"),
            DSL.refuses(
                "P244",
                "is what the outcome `change` is made of",
                "terms age + dose",
                "terms age + dose + §after"),
            GROOVY.refuses(
                "P244",
                "is what the outcome `change` is made of",
                "terms: ['age', 'dose']",
                "terms: ['age', 'dose', §'after']")),
        new HostileRow(
            44,
            "a term that is the outcome's own baseline",
            YAML.remarks(
                "P245", "is made of `before`", "terms: [age, dose]", "terms: [age, dose, §before]"),
            DSL.remarks(
                "P245", "is made of `before`", "terms age + dose", "terms age + dose + §before"),
            GROOVY.remarks(
                "P245",
                "is made of `before`",
                "terms: ['age', 'dose']",
                "terms: ['age', 'dose', §'before']")),
        new HostileRow(
            47,
            "a path that climbs out of the folder",
            YAML.refuses("D460", "outside", "image: rois/toy.nii.gz", "image: §'../../etc/passwd'"),
            DSL.refuses("D460", "outside", "\"rois/toy.nii.gz\"", "§\"../../etc/passwd\""),
            GROOVY.refuses("D460", "outside", "'rois/toy.nii.gz'", "§'../../etc/passwd'")),
        new HostileRow(
            47,
            "a path that climbs out behind a folder",
            YAML.refuses("D460", "outside", "image: rois/toy.nii.gz", "image: §'a/../../b'"),
            DSL.refuses("D460", "outside", "\"rois/toy.nii.gz\"", "§\"a/../../b\""),
            GROOVY.refuses("D460", "outside", "'rois/toy.nii.gz'", "§'a/../../b'")),
        new HostileRow(
            47,
            "a path from the root",
            YAML.refuses(
                "D460", "absolute path", "image: rois/toy.nii.gz", "image: §'/etc/passwd'"),
            DSL.refuses("D460", "absolute path", "\"rois/toy.nii.gz\"", "§\"/etc/passwd\""),
            GROOVY.refuses("D460", "absolute path", "'rois/toy.nii.gz'", "§'/etc/passwd'")),
        new HostileRow(
            47,
            "a path of Windows",
            YAML.refuses(
                "D460", "absolute path", "image: rois/toy.nii.gz", "image: §'C:\\atlas.nii'"),
            DSL.refuses("D460", "absolute path", "\"rois/toy.nii.gz\"", "§\"C:\\\\atlas.nii\""),
            GROOVY.refuses("D460", "absolute path", "'rois/toy.nii.gz'", "§'C:\\\\atlas.nii'")),
        new HostileRow(
            47,
            "a path to another machine",
            YAML.refuses(
                "D460", "absolute path", "image: rois/toy.nii.gz", "image: §'\\\\host\\atlas.nii'"),
            DSL.refuses(
                "D460", "absolute path", "\"rois/toy.nii.gz\"", "§\"\\\\\\\\host\\\\atlas.nii\""),
            GROOVY.refuses(
                "D460", "absolute path", "'rois/toy.nii.gz'", "§'\\\\\\\\host\\\\atlas.nii'")),
        new HostileRow(
            48,
            "a path with NUL",
            YAML.refuses(
                "S110", "U+0000", "image: rois/toy.nii.gz", "image: §\"rois/\\u0000.nii\""),
            DSL.refuses("S110", "U+0000", "\"rois/toy.nii.gz\"", "§\"rois/\\u0000.nii\""),
            GROOVY.refuses("S110", "U+0000", "'rois/toy.nii.gz'", "§'rois/\\u0000.nii'")),
        new HostileRow(
            48,
            "a path with a line break",
            YAML.refuses(
                "D460",
                "a part that starts or ends with a space or ends with a dot",
                "image: rois/toy.nii.gz",
                "image: §\"rois/\\ntoy.nii\""),
            DSL.refuses(
                "D460",
                "a part that starts or ends with a space or ends with a dot",
                "\"rois/toy.nii.gz\"",
                "§\"rois/\\ntoy.nii\""),
            GROOVY.refuses(
                "D460",
                "a part that starts or ends with a space or ends with a dot",
                "'rois/toy.nii.gz'",
                "§'rois/\\ntoy.nii'")),
        new HostileRow(
            48,
            "a path that ends with a point",
            YAML.refuses(
                "D460",
                "a part that starts or ends with a space or ends with a dot",
                "image: rois/toy.nii.gz",
                "image: §'rois/toy.'"),
            DSL.refuses(
                "D460",
                "a part that starts or ends with a space or ends with a dot",
                "\"rois/toy.nii.gz\"",
                "§\"rois/toy.\""),
            GROOVY.refuses(
                "D460",
                "a part that starts or ends with a space or ends with a dot",
                "'rois/toy.nii.gz'",
                "§'rois/toy.'")),
        new HostileRow(
            48,
            "a path in which a folder ends with a blank",
            YAML.refuses("D460", "space", "image: rois/toy.nii.gz", "image: §'rois /toy.nii.gz'"),
            DSL.refuses("D460", "space", "\"rois/toy.nii.gz\"", "§\"rois /toy.nii.gz\""),
            GROOVY.refuses("D460", "space", "'rois/toy.nii.gz'", "§'rois /toy.nii.gz'")),
        new HostileRow(
            48,
            "a blank behind a path, which is no part of it",
            YAML.accepts("image: rois/toy.nii.gz", "image: 'rois/toy.nii.gz '"),
            DSL.accepts("\"rois/toy.nii.gz\"", "\"rois/toy.nii.gz \""),
            GROOVY.accepts("'rois/toy.nii.gz'", "'rois/toy.nii.gz '")),
        new HostileRow(
            48,
            "a path that Windows keeps for the terminal",
            YAML.refuses(
                "D460", "device on Windows", "image: rois/toy.nii.gz", "image: §'rois/CON'"),
            DSL.refuses("D460", "device on Windows", "\"rois/toy.nii.gz\"", "§\"rois/CON\""),
            GROOVY.refuses("D460", "device on Windows", "'rois/toy.nii.gz'", "§'rois/CON'")));
  }
}
