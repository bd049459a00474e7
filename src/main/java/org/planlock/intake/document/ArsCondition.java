package org.planlock.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.planlock.intake.json.JsonValue;

/**
 * Where-clauses of CDISC ARS as expressions of ours. Absent wherever the clause says less than the
 * expression would: a value that could be a number or a code is not guessed.
 */
record ArsCondition(List<JsonValue> clauses) {
  private static final int DEEPEST = 8;
  private static final String COLUMN = "[A-Za-z_][A-Za-z0-9_]*";
  private static final String NUMBER = "-?[0-9]{1,12}(\\.[0-9]{1,12})?";
  private static final Set<String> WORDS =
      Set.of("and", "or", "not", "at", "in", "inside", "outside", "at_least", "of", "per");
  private static final Map<String, String> EQUAL = Map.of("EQ", "==", "NE", "!=");
  private static final Map<String, String> ORDERED =
      Map.of("GT", ">", "GE", ">=", "LT", "<", "LE", "<=");

  Optional<String> of(JsonValue clause) {
    return of(clause, 0);
  }

  private Optional<String> of(JsonValue clause, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    var reference = clause.get("subClauseId").flatMap(JsonValue::text);
    if (reference.isPresent()) {
      return clauses.stream()
          .filter(it -> it.get("id").flatMap(JsonValue::text).equals(reference))
          .findFirst()
          .flatMap(it -> of(it, depth + 1));
    }
    return clause
        .get("condition")
        .flatMap(ArsCondition::simple)
        .or(() -> clause.get("compoundExpression").flatMap(it -> compound(it, depth)));
  }

  private Optional<String> compound(JsonValue expression, int depth) {
    var operator = expression.get("logicalOperator").flatMap(JsonValue::text).orElse("");
    var written = expression.get("whereClauses").map(JsonValue::items).orElse(List.of());
    var parts = new ArrayList<String>();
    written.forEach(it -> of(it, depth + 1).ifPresent(parts::add));
    if (parts.isEmpty() || parts.size() < written.size()) {
      return Optional.empty();
    }
    return switch (operator) {
      case "AND" -> Optional.of(joined(parts, " and "));
      case "OR" -> Optional.of(joined(parts, " or "));
      case "NOT" ->
          parts.size() == 1 ? Optional.of("not (" + parts.get(0) + ")") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String joined(List<String> parts, String word) {
    return parts.size() == 1
        ? parts.get(0)
        : parts.stream().map(it -> "(" + it + ")").collect(Collectors.joining(word));
  }

  private static Optional<String> simple(JsonValue condition) {
    var variable =
        condition
            .get("variable")
            .flatMap(JsonValue::text)
            .filter(it -> it.matches(COLUMN) && !WORDS.contains(it));
    var comparator = condition.get("comparator").flatMap(JsonValue::text).orElse("");
    var values = values(condition);
    return variable.filter(it -> !values.isEmpty()).flatMap(it -> compared(it, comparator, values));
  }

  /** All values, or none if one of them is no plain text or number. */
  private static List<String> values(JsonValue condition) {
    var value = condition.get("value");
    var items =
        value.map(it -> it instanceof JsonValue.Items ? it.items() : List.of(it)).orElse(List.of());
    var texts = items.stream().flatMap(it -> it.scalar().stream()).toList();
    boolean isPlain =
        texts.size() == items.size()
            && texts.stream().noneMatch(it -> it.matches("(?s).*[\"\\\\\\p{Cntrl}].*"));
    return isPlain ? texts : List.of();
  }

  private static Optional<String> compared(
      String variable, String comparator, List<String> values) {
    boolean isNumbers = values.stream().allMatch(it -> it.matches(NUMBER));
    boolean isAnyNumber = values.stream().anyMatch(it -> it.matches(NUMBER));
    if (ORDERED.containsKey(comparator)) {
      return values.size() == 1 && isNumbers
          ? Optional.of(variable + " " + ORDERED.get(comparator) + " " + values.get(0))
          : Optional.empty();
    }
    if (isAnyNumber) {
      return Optional.empty();
    }
    if (EQUAL.containsKey(comparator)) {
      return values.size() == 1
          ? Optional.of(variable + " " + EQUAL.get(comparator) + " \"" + values.get(0) + "\"")
          : Optional.empty();
    }
    var among =
        values.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", ", "(", ")"));
    return switch (comparator) {
      case "IN" -> Optional.of(variable + " in " + among);
      case "NOTIN" -> Optional.of("not " + variable + " in " + among);
      default -> Optional.empty();
    };
  }
}
