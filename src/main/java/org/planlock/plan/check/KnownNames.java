package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.contract.FilesContract;
import org.planlock.plan.contract.SessionRule;
import org.planlock.plan.contract.TableContract;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.plan.measure.Atlas;
import org.planlock.plan.measure.Measure;
import org.planlock.plan.measure.RegionOfInterest;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.TermSet;
import org.planlock.plan.prepare.Variable;
import org.planlock.plan.value.Declared;

/**
 * Every name that a plan declares, by what it names.
 *
 * @param spread columns that a table becomes when it is spread by its third key
 * @param patterns such as {@code fc_*}: columns that a set takes from a table by their form
 * @param columnsOpen whether some table has no contract, so that it may hold any column
 */
record KnownNames(
    Set<String> models,
    Set<String> variables,
    Set<String> sets,
    Set<String> columns,
    Set<String> spread,
    Set<String> tables,
    Set<String> measures,
    Set<String> sessions,
    Set<String> hypotheses,
    Set<String> preparations,
    Set<String> atlases,
    Set<String> regions,
    Set<String> patterns,
    boolean columnsOpen) {

  static KnownNames of(Plan plan) {
    var data = plan.data().stated();
    var tables = part(data, DataContract::tables);
    var columns = part(data, DataContract::columns);
    var files = part(data, DataContract::files);
    var spread = spread(tables, columns);
    var measures = names(plan.measures(), Measure::name);
    measures.addAll(spread);
    return new KnownNames(
        names(plan.models(), ModelSpec::name),
        names(plan.variables(), Variable::name),
        names(plan.sets(), TermSet::name),
        columnNames(tables, columns),
        spread,
        Stream.concat(
                tables.stream().map(TableContract::name), files.stream().map(FilesContract::name))
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        measures,
        data.map(d -> names(d.sessions(), SessionRule::name)).orElseGet(LinkedHashSet::new),
        names(plan.hypotheses(), Hypothesis::id),
        names(plan.prepare(), Preparation::name),
        names(plan.atlases(), Atlas::name),
        names(plan.rois(), RegionOfInterest::name),
        plan.sets().orElse(List.of()).stream()
            .flatMap(set -> set.columns().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        isOpen(plan, tables, columns));
  }

  /** Whether a word may stand for a column of a fit: a column, a variable, a set, a measure. */
  boolean isTerm(String name) {
    return isValue(name) || sets.contains(name);
  }

  /** Every name that may stand for a column of a fit. */
  Set<String> terms() {
    var all = new LinkedHashSet<>(sets);
    all.addAll(values());
    return all;
  }

  /** Whether a word may stand for one column. */
  boolean isValue(String name) {
    return columnsOpen
        || variables.contains(name)
        || columns.contains(name)
        || measures.contains(name)
        || fitsAPattern(name);
  }

  /** Every name that has a value for a participant. */
  Set<String> values() {
    var all = new LinkedHashSet<>(variables);
    all.addAll(columns);
    all.addAll(measures);
    return all;
  }

  private boolean fitsAPattern(String name) {
    return patterns.stream().anyMatch(pattern -> Terms.fits(pattern, name));
  }

  private static Set<String> columnNames(List<TableContract> tables, List<ColumnContract> columns) {
    var names = new LinkedHashSet<String>();
    columns.forEach(column -> names.add(column.name()));
    tables.forEach(table -> names.addAll(table.key()));
    names.addAll(spread(tables, columns));
    return names;
  }

  private static Set<String> spread(List<TableContract> tables, List<ColumnContract> columns) {
    var names = new LinkedHashSet<String>();
    for (var table : tables) {
      for (var spread : table.spread()) {
        names.addAll(spreadNames(spread, columns));
      }
    }
    return names;
  }

  /** The columns that one value column becomes, as far as the levels of its key are declared. */
  static List<String> spreadNames(TableContract.Spread spread, List<ColumnContract> columns) {
    var names = new ArrayList<String>();
    for (var key : columns) {
      var place = "(" + key.name() + ")";
      if (spread.as().contains(place)) {
        key.levels().forEach(level -> names.add(spread.as().replace(place, level)));
      }
    }
    return names;
  }

  private static boolean isOpen(
      Plan plan, List<TableContract> tables, List<ColumnContract> columns) {
    var designs =
        plan.measures().orElse(List.of()).stream()
            .flatMap(measure -> measure.design().stream())
            .toList();
    return tables.isEmpty()
        || tables.stream()
            .filter(table -> !designs.contains(table.name()))
            .anyMatch(table -> columns.stream().noneMatch(c -> c.table().equals(table.name())));
  }

  private static <T> List<T> part(
      Optional<DataContract> data, Function<DataContract, Declared<List<T>>> part) {
    return data.map(part).flatMap(Declared::stated).orElse(List.of());
  }

  private static <T> Set<String> names(Declared<List<T>> list, Function<T, String> name) {
    return list.orElse(List.of()).stream()
        .map(name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
