package org.planlock.plan.expression;

import java.util.List;

/** Kleene's strong three-valued logic: missing means that it may be either. */
final class Logic {
  private Logic() {}

  static Value and(Value left, Value right) {
    return not(or(not(left), not(right)));
  }

  static Value or(Value left, Value right) {
    var a = condition(left);
    var b = condition(right);
    if (isMet(a) || isMet(b)) {
      return Value.truth(true);
    }
    if (a.isMissing()) {
      return a;
    }
    return b;
  }

  static Value not(Value operand) {
    var value = condition(operand);
    return value instanceof Value.Truth truth ? Value.truth(!truth.value()) : value;
  }

  /** Whether at least so many are met; missing as long as the open ones could decide it. */
  static Value atLeast(int needed, List<Value> conditions) {
    var read = conditions.stream().map(Logic::condition).toList();
    long met = read.stream().filter(Logic::isMet).count();
    long open = read.stream().filter(Value::isMissing).count();
    if (met >= needed) {
      return Value.truth(true);
    }
    return met + open < needed
        ? Value.truth(false)
        : read.stream().filter(Value::isMissing).findFirst().orElseThrow();
  }

  /** How many are met; open ones do not count. */
  static Value count(List<Value> conditions) {
    return Value.number((double) conditions.stream().filter(Logic::isMet).count());
  }

  /** The same, if it is a condition. */
  static Value condition(Value value) {
    return value instanceof Value.Truth || value.isMissing()
        ? value
        : Value.missing("a condition is needed here, not a number or a text");
  }

  static boolean isMet(Value value) {
    return value instanceof Value.Truth truth && truth.value();
  }
}
