package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.plan.prepare.TermSet;

/** Which columns of a design a plan means by a name: a column, a set, or products of them. */
final class TermColumns {
  private static final int DEEPEST = 20;

  private final List<TermSet> sets;
  private final List<String> columns;

  TermColumns(List<TermSet> sets, List<String> columns) {
    this.sets = sets;
    this.columns = columns;
  }

  /** 0-based columns, ascending. */
  Set<Integer> of(List<String> names) {
    return names.stream()
        .flatMap(name -> terms(name, 0))
        .map(columns::indexOf)
        .filter(index -> index >= 0)
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Stream<String> terms(String name, int depth) {
    if (columns.contains(name) || depth > DEEPEST) {
      return Stream.of(name);
    }
    var set = sets.stream().filter(one -> one.name().equals(name)).findFirst();
    if (set.isPresent()) {
      var matched = set.get().columns().map(this::matching).orElse(Stream.of());
      var listed = set.get().terms().stream().flatMap(term -> terms(term, depth + 1));
      return Stream.concat(listed, matched);
    }
    return name.contains(":") ? products(name, depth) : Stream.of(name);
  }

  private Stream<String> matching(String pattern) {
    var form =
        Pattern.compile(
            Stream.of(pattern.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    return columns.stream().filter(column -> form.matcher(column).matches());
  }

  private Stream<String> products(String name, int depth) {
    var products = new ArrayList<>(List.of(""));
    for (var parent : name.split(":")) {
      var parents = terms(parent, depth + 1).toList();
      var longer =
          products.stream()
              .flatMap(
                  left ->
                      parents.stream().map(right -> left.isEmpty() ? right : left + ":" + right))
              .toList();
      products.clear();
      products.addAll(longer);
    }
    return products.stream();
  }
}
