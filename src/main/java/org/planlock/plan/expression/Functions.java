package org.planlock.plan.expression;

import static org.planlock.plan.expression.FunctionSpec.Parameter.COLUMNS;
import static org.planlock.plan.expression.FunctionSpec.Parameter.CONDITION;
import static org.planlock.plan.expression.FunctionSpec.Parameter.HYPOTHESIS;
import static org.planlock.plan.expression.FunctionSpec.Parameter.MEASURE;
import static org.planlock.plan.expression.FunctionSpec.Parameter.MODEL;
import static org.planlock.plan.expression.FunctionSpec.Parameter.NUMBER;
import static org.planlock.plan.expression.FunctionSpec.Parameter.RUN;
import static org.planlock.plan.expression.FunctionSpec.Parameter.SIGN;
import static org.planlock.plan.expression.FunctionSpec.Parameter.TERM;
import static org.planlock.plan.expression.FunctionSpec.Parameter.VALUE;
import static org.planlock.plan.expression.FunctionSpec.Result.BRANCH;
import static org.planlock.plan.expression.FunctionSpec.Result.FIXED_UNIT;
import static org.planlock.plan.expression.FunctionSpec.Result.SAME_UNIT;
import static org.planlock.plan.expression.FunctionSpec.Result.TRUTH;
import static org.planlock.plan.expression.FunctionSpec.Result.UNIT_OF_PLAN;
import static org.planlock.plan.expression.FunctionSpec.Result.VERDICT;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planlock.plan.expression.FunctionSpec.Context;
import org.planlock.plan.expression.FunctionSpec.Parameter;
import org.planlock.plan.expression.FunctionSpec.Result;

/** The catalogue of functions: nothing outside it can be called. */
public final class Functions {
  private static final Set<Context> ANYWHERE = EnumSet.allOf(Context.class);
  private static final Set<Context> ROWS = EnumSet.of(Context.ROW);
  private static final Set<Context> RESULTS = EnumSet.of(Context.RESULT);

  private static final List<FunctionSpec> ALL =
      List.of(
          several("mean", NUMBER, SAME_UNIT, "arithmetic mean; missing if any is"),
          several("median", NUMBER, SAME_UNIT, "middle value, or mean of the two middle values"),
          several("sum", NUMBER, SAME_UNIT, "total; missing if any is"),
          several("min", NUMBER, SAME_UNIT, "smallest; missing if any is"),
          several("max", NUMBER, SAME_UNIT, "largest; missing if any is"),
          one("abs", NUMBER, SAME_UNIT, "size without sign"),
          one("round", NUMBER, SAME_UNIT, "nearest whole number, halves to the even one"),
          one("sqrt", NUMBER, FIXED_UNIT, "square root; missing below zero"),
          one("log", NUMBER, FIXED_UNIT, "natural logarithm; missing at zero and below"),
          one("log10", NUMBER, FIXED_UNIT, "decimal logarithm; missing at zero and below"),
          one("exp", NUMBER, FIXED_UNIT, "exponential function"),
          percent("percent_change", "100 * (after - before) / before; missing if before is zero"),
          percent(
              "percent_improvement", "100 * (before - after) / before; positive where scores fall"),
          several("count", CONDITION, FIXED_UNIT, "how many conditions are met"),
          one("missing", VALUE, TRUTH, "whether there is no value"),
          of("if", ANYWHERE, BRANCH, "", "the second where the first is met, else the third")
              .apply(List.of(CONDITION, VALUE, VALUE)),
          repeating("share_missing", COLUMNS, "share of values of the row that are missing"),
          of("residual", ROWS, UNIT_OF_PLAN, "", "what residualising left of a measure")
              .apply(List.of(MEASURE)),
          of("mean_fd", ROWS, FIXED_UNIT, "mm", "mean framewise displacement of a run")
              .apply(List.of(RUN)),
          result("coefficient", UNIT_OF_PLAN, "coefficient of the final fit", MODEL, TERM),
          result("retained", TRUTH, "whether a term counts as retained", MODEL, TERM),
          result("fold_share", FIXED_UNIT, "share of folds with that sign", MODEL, TERM, SIGN),
          result("in_sample_r2", FIXED_UNIT, "r2 of the fit in its own rows", MODEL),
          result("cv_r2", FIXED_UNIT, "r2 of the cross-validated predictions", MODEL),
          result("nested_r2", FIXED_UNIT, "r2 of the outer, untouched folds", MODEL),
          result("cv_mse", UNIT_OF_PLAN, "cross-validated mean squared error", MODEL),
          result("n", FIXED_UNIT, "rows that the fit used", MODEL),
          result("p_value", FIXED_UNIT, "p of a hypothesis, before correction", HYPOTHESIS),
          result("p_holm", FIXED_UNIT, "p of a hypothesis, corrected by Holm", HYPOTHESIS),
          result("verdict", VERDICT, "what a hypothesis came to", HYPOTHESIS));

  private static final Map<String, FunctionSpec> BY_NAME =
      ALL.stream().collect(Collectors.toMap(FunctionSpec::name, Function.identity()));

  private Functions() {}

  /** All that may be called in a context, in the order in which they are explained. */
  public static List<FunctionSpec> in(Context context) {
    return ALL.stream().filter(known -> known.contexts().contains(context)).toList();
  }

  /** The function of this name, in whatever context. */
  public static Optional<FunctionSpec> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static FunctionSpec one(
      String name, Parameter parameter, Result result, String description) {
    return of(name, ANYWHERE, result, "", description).apply(List.of(parameter));
  }

  private static FunctionSpec several(
      String name, Parameter parameter, Result result, String description) {
    return new FunctionSpec(name, ANYWHERE, List.of(parameter), true, result, "", description);
  }

  private static FunctionSpec repeating(String name, Parameter parameter, String description) {
    return new FunctionSpec(name, ROWS, List.of(parameter), true, FIXED_UNIT, "", description);
  }

  private static FunctionSpec percent(String name, String description) {
    return of(name, ANYWHERE, FIXED_UNIT, "%", description).apply(List.of(NUMBER, NUMBER));
  }

  private static FunctionSpec result(
      String name, Result result, String description, Parameter... parameters) {
    return of(name, RESULTS, result, "", description).apply(List.of(parameters));
  }

  private static Function<List<Parameter>, FunctionSpec> of(
      String name, Set<Context> contexts, Result result, String unit, String description) {
    return parameters ->
        new FunctionSpec(name, contexts, parameters, false, result, unit, description);
  }
}
