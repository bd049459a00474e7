package org.planlock.deviation.mutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.planlock.deviation.FieldCheck;

/** How many mutants were named, by field, plan and source. */
record Scoreboard(List<Mutant> mutants) {
  Scoreboard {
    mutants = List.copyOf(mutants);
  }

  /** Correct findings among all findings. */
  double precision() {
    return mutants.stream().mapToInt(Mutant::correct).sum()
        / (double) mutants.stream().mapToInt(Mutant::findings).sum();
  }

  /** Mutants whose field is named among all mutants. */
  double recall() {
    return mutants.stream().filter(mutant -> mutant.correct() > 0).count()
        / (double) mutants.size();
  }

  List<Mutant> unnamed() {
    return mutants.stream().filter(mutant -> !mutant.isNamed()).toList();
  }

  /** Those of analyses that were really carried out otherwise. */
  long real() {
    return mutants.stream().filter(mutant -> mutant.source().isReal()).count();
  }

  /** The fields that a detector tells of and no mutant touches. */
  Set<FieldCheck> untouched() {
    var touched = mutants.stream().flatMap(m -> m.fields().stream()).collect(Collectors.toSet());
    return Arrays.stream(FieldCheck.values())
        .filter(check -> !check.kinds().isEmpty() && !touched.contains(check))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The sentence that the README holds. */
  String sentence() {
    long plans = mutants.stream().map(Mutant::plan).distinct().count();
    var touched =
        mutants.stream()
            .flatMap(m -> m.fields().stream())
            .filter(check -> !check.kinds().isEmpty())
            .distinct()
            .count();
    return String.format(
        Locale.ROOT,
        "Of %d analyses that differ from one of %d plans in one place of %d fields, %d of them"
            + " really carried out, each is found at that field and nothing else is:"
            + " precision %s, recall %s.",
        mutants.size(),
        plans,
        touched,
        real(),
        percent(precision()),
        percent(recall()));
  }

  private static String percent(double share) {
    return share == 1 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** The page of the documentation. */
  String page(String head) {
    var lines = new ArrayList<String>();
    lines.add(head.strip());
    lines.add("");
    lines.add(sentence());
    lines.add("");
    lines.add(
        "| plan | "
            + Arrays.stream(Source.values())
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" | "))
            + " | mutants |");
    lines.add("|---|" + "--:|".repeat(Source.values().length + 1));
    byPlan().forEach((plan, own) -> lines.add(row(plan, own)));
    lines.add(row("all", mutants));
    lines.add("");
    lines.add("| source | what is done |");
    lines.add("|---|---|");
    for (var source : Source.values()) {
      lines.add("| " + source.name().toLowerCase(Locale.ROOT) + " | " + source.words() + " |");
    }
    lines.add("");
    lines.add("| field | mutants | carried out | named | at the very place |");
    lines.add("|---|--:|--:|--:|--:|");
    for (var check : FieldCheck.values()) {
      var own = mutants.stream().filter(m -> m.fields().contains(check)).toList();
      if (!check.kinds().isEmpty() || !own.isEmpty()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d |",
                check,
                own.size(),
                own.stream().filter(m -> m.source().isReal()).count(),
                own.stream().filter(Mutant::isNamed).count(),
                own.stream().filter(Mutant::isExact).count()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private Map<String, List<Mutant>> byPlan() {
    return mutants.stream()
        .collect(Collectors.groupingBy(Mutant::plan, TreeMap::new, Collectors.toList()));
  }

  private static String row(String name, List<Mutant> own) {
    return "| "
        + name
        + " | "
        + Arrays.stream(Source.values())
            .map(s -> own.stream().filter(m -> m.source() == s).count() + "")
            .collect(Collectors.joining(" | "))
        + " | "
        + own.size()
        + " |";
  }
}
