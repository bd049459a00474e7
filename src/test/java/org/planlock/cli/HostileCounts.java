package org.planlock.cli;

import static org.planlock.cli.HostileStudy.DSL;
import static org.planlock.cli.HostileStudy.GROOVY;
import static org.planlock.cli.HostileStudy.YAML;

import java.util.List;

/** Row 22 where counts stand: each is told what it may be, at the number itself. */
final class HostileCounts {
  private HostileCounts() {}

  static List<HostileRow> rows() {
    return List.of(
        folds("no folds", "P207", "at least 2", "0"),
        folds("one fold", "P207", "at least 2", "1"),
        folds("folds below nought", "P207", "at least 2", "-3"),
        folds("more folds than anybody has participants", "P207", "at most 999999", "9999999"),
        folds("half a fold", "P205", "whole number of at most 999999 and at least 2", "2.5"),
        new HostileRow(
            22,
            "more folds than participants",
            YAML.refuses("P268", "40", "scheme: k_fold 5", "scheme: §k_fold 50"),
            DSL.refuses("P268", "40", "scheme k_fold 5", "scheme §k_fold 50"),
            GROOVY.refuses("P268", "40", "scheme 'k_fold 5'", "scheme §'k_fold 50'")),
        repeats("no repetition", "P207", "at least 1", "0"),
        repeats("repetitions below nought", "P207", "at least 1", "-2"),
        repeats(
            "half a repetition",
            "P205",
            "whole number of at most 2147483647 and at least 1",
            "1.5"),
        new HostileRow(
            22,
            "a target of nobody",
            YAML.refuses("P207", "at least 1", "target: 40 enrolled", "target: §0 enrolled"),
            DSL.refuses("P207", "at least 1", "target 40 enrolled", "target §0 enrolled"),
            GROOVY.refuses("P207", "at least 1", "target '40 enrolled'", "target '§0 enrolled'")));
  }

  private static HostileRow folds(String what, String code, String phrase, String count) {
    return new HostileRow(
        22,
        what,
        YAML.refuses(code, phrase, "scheme: k_fold 5", "scheme: k_fold §" + count),
        DSL.refuses(code, phrase, "scheme k_fold 5", "scheme k_fold §" + count),
        GROOVY.refuses(code, phrase, "scheme 'k_fold 5'", "scheme 'k_fold §" + count + "'"));
  }

  private static HostileRow repeats(String what, String code, String phrase, String count) {
    return new HostileRow(
        22,
        what,
        YAML.refuses(code, phrase, "repeats: 1", "repeats: §" + count),
        DSL.refuses(code, phrase, "repeats 1", "repeats §" + count),
        GROOVY.refuses(code, phrase, "repeats 1", "repeats(§" + count + ")"));
  }
}
