package org.planlock.plan.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.contract.TableContract;
import org.planlock.plan.expression.ExpressionTypes;
import org.planlock.plan.expression.FunctionSpec.Context;
import org.planlock.plan.expression.Names;
import org.planlock.plan.expression.Unit;
import org.planlock.plan.expression.ValueType;
import org.planlock.plan.prepare.Step;

/** What the names of one plan are, for the expressions in it. */
final class PlanNames implements Names {
  private final PlanFacts facts;
  private final Map<String, ValueType> types = new HashMap<>();

  PlanNames(PlanFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<ValueType> value(String name) {
    var variable = facts.variable(name);
    if (variable.isPresent()) {
      return Optional.of(typeOfVariable(name));
    }
    var column = facts.column(name).or(() -> spreadFrom(name));
    if (column.isPresent()) {
      return Optional.of(typeOf(column.get()));
    }
    if (facts.names().measures().contains(name)) {
      return Optional.of(ValueType.number());
    }
    boolean maybeColumn = facts.names().columnsOpen() && !isTaken(name);
    return maybeColumn || facts.names().columns().contains(name)
        ? Optional.of(ValueType.unknown())
        : Optional.empty();
  }

  @Override
  public Set<String> all(Role role) {
    var names = facts.names();
    return switch (role) {
      case VALUE -> names.values();
      case SET -> names.sets();
      case MEASURE -> names.measures();
      case MODEL -> names.models();
      case HYPOTHESIS -> names.hypotheses();
      case SESSION -> names.sessions();
      case TERM -> {
        var all = new LinkedHashSet<String>();
        facts.models().forEach(model -> all.addAll(terms(model.name())));
        yield all;
      }
    };
  }

  @Override
  public Set<String> terms(String modelName) {
    var terms = new LinkedHashSet<String>();
    facts.model(modelName).ifPresent(model -> terms.addAll(facts.terms().of(model)));
    var patterns = terms.stream().filter(term -> term.contains("*")).toList();
    if (!patterns.isEmpty()) {
      PlanExpressions.words(facts)
          .filter(word -> patterns.stream().anyMatch(p -> Terms.fits(p, word)))
          .forEach(terms::add);
    }
    return terms;
  }

  @Override
  public Occasion occasion(String name) {
    if (facts.variable(name).isPresent()) {
      return Occasion.ONCE;
    }
    var column = facts.column(name).or(() -> spreadFrom(name));
    var table =
        column.flatMap(
            c -> facts.tables().stream().filter(t -> t.name().equals(c.table())).findFirst());
    if (table.isPresent()) {
      return occasionIn(table.get());
    }
    return facts.names().measures().contains(name) ? Occasion.PER_SESSION : Occasion.OPEN;
  }

  private Occasion occasionIn(TableContract table) {
    if (table.key().size() == 1) {
      return Occasion.ONCE;
    }
    boolean bySession = table.key().stream().anyMatch(key -> key.startsWith("ses"));
    return bySession && !facts.names().sessions().isEmpty() ? Occasion.PER_SESSION : Occasion.OPEN;
  }

  @Override
  public Optional<Unit> unit(String function, List<String> arguments) {
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    var outcome = outcomeUnit(arguments.get(0));
    if (function.equals("cv_mse")) {
      return outcome.filter(unit -> unit.matches("\\w+")).map(unit -> Unit.parse(unit + "^2"));
    }
    return function.equals("coefficient") && arguments.size() == 2 && isScaled(arguments)
        ? outcome.map(unit -> Unit.parse(unit + " per sd"))
        : Optional.empty();
  }

  private Optional<String> outcomeUnit(String modelName) {
    return facts
        .model(modelName)
        .flatMap(model -> model.outcome().stated())
        .flatMap(facts::variable)
        .filter(outcome -> !outcome.scaled().orElse(false))
        .flatMap(outcome -> outcome.unit().stated());
  }

  private boolean isScaled(List<String> modelAndTerm) {
    return facts.model(modelAndTerm.get(0)).flatMap(facts::preparation).stream()
        .flatMap(preparation -> preparation.steps().stream())
        .anyMatch(
            step ->
                Steps.isZ(step)
                    && facts
                        .terms()
                        .expand(((Step.Scale) step).scale())
                        .contains(modelAndTerm.get(1)));
  }

  private ValueType typeOfVariable(String name) {
    var known = types.get(name);
    if (known != null) {
      return known;
    }
    types.put(name, ValueType.unknown());
    var variable = facts.variable(name).orElseThrow();
    var inferred = new ExpressionTypes(Context.ROW, this).quantity(variable.value());
    var type = inferred.value().orElseGet(ValueType::unknown);
    boolean openUnit = type instanceof ValueType.Number number && number.unit().isEmpty();
    if (openUnit && variable.unit().stated().isPresent()) {
      type = ValueType.number(Unit.parse(variable.unit().stated().get()));
    }
    types.put(name, type);
    return type;
  }

  private static ValueType typeOf(ColumnContract column) {
    if (!column.levels().isEmpty()) {
      return ValueType.levels(column.levels());
    }
    if (column.type().isEmpty() && column.range().isEmpty() && column.unit().isOpen()) {
      return ValueType.unknown();
    }
    if (column.type().filter(type -> type == ColumnContract.ColumnType.TEXT).isPresent()) {
      return ValueType.text();
    }
    var unit = column.unit().stated();
    if (unit.isEmpty()) {
      return ValueType.number();
    }
    return column.instrument().stated().isPresent()
        ? ValueType.score(Unit.parse(unit.get()))
        : ValueType.number(Unit.parse(unit.get()));
  }

  /** The contract of the column that was spread into this one. */
  private Optional<ColumnContract> spreadFrom(String name) {
    return facts.tables().stream()
        .flatMap(table -> table.spread().stream())
        .filter(spread -> KnownNames.spreadNames(spread, facts.columns()).contains(name))
        .flatMap(spread -> facts.column(spread.column()).stream())
        .findFirst();
  }

  /** Whether a word has another meaning in this plan, so that no open table needs to have it. */
  private boolean isTaken(String word) {
    var names = facts.names();
    return names.models().contains(word)
        || names.sets().contains(word)
        || names.hypotheses().contains(word)
        || facts.columns().stream().anyMatch(column -> column.levels().contains(word));
  }
}
