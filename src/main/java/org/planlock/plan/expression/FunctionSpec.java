package org.planlock.plan.expression;

import java.util.List;
import java.util.Set;

/**
 * A function of the language: what it takes, what it gives, where it may stand.
 *
 * @param repeats whether the last parameter may be given more than once
 * @param unit of the result, where the result has one of its own
 */
public record FunctionSpec(
    String name,
    Set<Context> contexts,
    List<Parameter> parameters,
    boolean repeats,
    Result result,
    String unit,
    String description) {

  /** Where expressions stand. */
  public enum Context {
    /** In variables and sample rules: about one row. */
    ROW,
    /** In hypotheses, in what counts as retained and in contingencies: about results. */
    RESULT
  }

  /** What is written at the place of an argument. */
  public enum Parameter {
    NUMBER("a number"),
    CONDITION("a condition"),
    VALUE("a value"),
    COLUMNS("a set, column or variable"),
    MEASURE("a measure"),
    RUN("`run`"),
    MODEL("a model"),
    TERM("a term"),
    HYPOTHESIS("a hypothesis"),
    SIGN("`positive` or `negative`");

    private final String phrase;

    Parameter(String phrase) {
      this.phrase = phrase;
    }

    /** What people call it, with its article. */
    public String phrase() {
      return phrase;
    }

    /** Whether the argument is evaluated; otherwise it only names something. */
    public boolean isValue() {
      return this == NUMBER || this == CONDITION || this == VALUE;
    }
  }

  /** What a function gives. */
  public enum Result {
    /** A number in the unit of the arguments, which all have the same. */
    SAME_UNIT,
    /** A number in the unit that the catalogue names. */
    FIXED_UNIT,
    /** A number whose unit depends on the plan. */
    UNIT_OF_PLAN,
    /** A condition. */
    TRUTH,
    /** What the second and third argument are. */
    BRANCH,
    /** {@code corroborated}, {@code falsified} or {@code inconclusive}. */
    VERDICT
  }

  public FunctionSpec {
    contexts = Set.copyOf(contexts);
    parameters = List.copyOf(parameters);
  }

  /** Whether it takes so many arguments. */
  public boolean takes(int count) {
    return repeats ? count >= parameters.size() : count == parameters.size();
  }

  /** What stands at a place, counted from zero. */
  public Parameter parameter(int index) {
    return parameters.get(StrictMath.min(index, parameters.size() - 1));
  }

  /** Whether its arguments are evaluated; otherwise they name things of the plan. */
  public boolean takesValues() {
    return parameters.get(0).isValue();
  }

  /** How a call looks, such as {@code coefficient(model, term)}. */
  public String usage() {
    var words = parameters.stream().map(p -> p.name().toLowerCase(java.util.Locale.ROOT)).toList();
    return name + "(" + String.join(", ", words) + (repeats ? ", …" : "") + ")";
  }
}
