package org.planlock.plan.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the names in an expression are, as far as the plan says. */
public interface Names {
  /** What a name can name. */
  enum Role {
    /** A column, a variable, or whatever else has a value where the expression stands. */
    VALUE("value"),
    SET("set"),
    MEASURE("measure"),
    MODEL("model"),
    TERM("term"),
    HYPOTHESIS("hypothesis"),
    SESSION("session");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    /** What people call it. */
    public String word() {
      return word;
    }
  }

  /** How often a value is there for each participant. */
  enum Occasion {
    ONCE,
    PER_SESSION,
    /** The plan does not say. */
    OPEN
  }

  /** The kind of value that a name has, or nothing if it names no value. */
  Optional<ValueType> value(String name);

  /** All names in a role: for looking up, and for guessing what was meant. */
  Set<String> all(Role role);

  /** The terms of a model, interactions as {@code a:b}. */
  Set<String> terms(String modelName);

  /** Whether a value exists once, or once a session. */
  default Occasion occasion(String name) {
    return Occasion.OPEN;
  }

  /**
   * The unit of a function's result where it depends on the plan: of {@code coefficient}, {@code
   * cv_mse}, {@code residual}. Nothing if the plan leaves it open.
   */
  default Optional<Unit> unit(String function, List<String> arguments) {
    return Optional.empty();
  }
}
