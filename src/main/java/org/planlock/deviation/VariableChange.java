package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.TreeDifference;
import org.planlock.plan.prepare.Variable;

/** How the formula of a variable differs from the registered one: other columns, visits or form. */
final class VariableChange {
  private static final Set<FieldCheck> FORMULA =
      Set.of(FieldCheck.B2, FieldCheck.B4, FieldCheck.B5);
  private static final Pattern VISIT = Pattern.compile("\\bat\\s+([A-Za-z0-9_.-]+)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
  private static final Set<String> NO_COLUMNS =
      Set.of("residual", "mean", "sum", "abs", "log", "sqrt", "min", "max", "and", "or", "not");

  private VariableChange() {}

  /** What a change in {@code variables} is; nothing where it is about anything else. */
  static Optional<Rule> of(UsedValue used, Evidence evidence) {
    if (FieldCheck.at(used.path()).stream().noneMatch(FORMULA::contains)) {
      return Optional.empty();
    }
    var change = used.differences().stream().filter(d -> d.path().endsWith(".value")).findFirst();
    var registered =
        change
            .flatMap(TreeDifference::planned)
            .orElseGet(() -> ValueText.of(evidence.paths().planned(used.path())));
    var formed = change.flatMap(TreeDifference::found).orElseGet(() -> ValueText.of(used.value()));
    return Optional.of(
        Optional.of(change.map(TreeDifference::path).orElse(used.path()))
            .filter(path -> path.endsWith(".value"))
            .flatMap(path -> variable(path, evidence))
            .map(variable -> of(variable, registered, formed))
            .orElse(Rule.CHANGED_FORMULA));
  }

  /** What another formula of a variable is. */
  static Rule of(Variable variable, String registered, String formed) {
    if (!columns(registered).equals(columns(formed))) {
      return variable.role() == Variable.Role.OUTCOME
          ? Rule.CHANGED_OUTCOME
          : Rule.CHANGED_MEASURES;
    }
    return visits(registered).equals(visits(formed)) ? Rule.CHANGED_FORMULA : Rule.CHANGED_VISIT;
  }

  private static Optional<Variable> variable(String path, Evidence evidence) {
    return evidence.plan().variables().orElse(List.of()).stream()
        .filter(v -> PlanPaths.within(path, PlanPaths.join("variables", v.name())))
        .findFirst();
  }

  private static Set<String> columns(String formula) {
    return WORD.matcher(VISIT.matcher(formula).replaceAll(" "))
        .results()
        .map(match -> match.group())
        .filter(word -> !NO_COLUMNS.contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> visits(String formula) {
    Stream<String> named = VISIT.matcher(formula).results().map(match -> match.group(1));
    return named.sorted().toList();
  }
}
