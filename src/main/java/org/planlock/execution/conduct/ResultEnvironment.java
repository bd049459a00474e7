package org.planlock.execution.conduct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.planlock.execution.result.CvResult;
import org.planlock.execution.result.ErrorNames;
import org.planlock.execution.result.ModelResult;
import org.planlock.plan.expression.Environment;
import org.planlock.plan.expression.Evaluator;
import org.planlock.plan.expression.Value;
import org.planlock.syntax.ExpressionNode;

/** What the functions of hypotheses mean in the results of an execution. */
final class ResultEnvironment implements Environment {
  private final Map<String, ModelResult> models;
  private final Function<String, Value> verdicts;

  ResultEnvironment(Map<String, ModelResult> models, Function<String, Value> verdicts) {
    this.models = Map.copyOf(models);
    this.verdicts = verdicts;
  }

  @Override
  public Value name(String name) {
    return Value.text(name);
  }

  @Override
  public Value at(String name, String session) {
    return Value.missing("results have no sessions");
  }

  @Override
  public Optional<Value> call(String function, List<ExpressionNode> arguments, Evaluator self) {
    var words = arguments.stream().map(ResultEnvironment::word).toList();
    var first = words.isEmpty() ? "" : words.get(0);
    var second = words.size() < 2 ? "" : words.get(1);
    return switch (function) {
      case "coefficient" -> Optional.of(coefficient(first, second));
      case "retained" -> Optional.of(retained(first, second));
      case "fold_share" ->
          Optional.of(foldShare(first, second, words.size() < 3 ? "" : words.get(2)));
      case "in_sample_r2" -> Optional.of(r2(first, "inSample", "r2_in_sample"));
      case "cv_r2" -> Optional.of(r2(first, "crossValidated", "cv_r2"));
      case "nested_r2" -> Optional.of(r2(first, "nested", "nested_r2"));
      case "cv_mse" -> Optional.of(cv(first, ResultEnvironment::squaredError));
      case "n" -> Optional.of(of(first, model -> Value.number(model.participants().size())));
      case "verdict" -> Optional.of(verdicts.apply(first));
      default -> Optional.empty();
    };
  }

  private static Value squaredError(CvResult cv) {
    return ErrorNames.of(cv.loss()).squared()
        ? Value.number(cv.error())
        : Value.missing("its loss is `" + cv.loss() + "`");
  }

  private Value coefficient(String modelName, String term) {
    return of(
        modelName,
        model ->
            model.coefficients().of(term).map(Value::number).orElseGet(() -> noTerm(model, term)));
  }

  private Value retained(String modelName, String term) {
    return of(
        modelName,
        model -> {
          if (model.coefficients().of(term).isEmpty()) {
            return noTerm(model, term);
          }
          return model
              .retained()
              .map(terms -> Value.truth(terms.contains(term)))
              .orElseGet(() -> Value.missing("the plan does not say when a term is retained"));
        });
  }

  private Value foldShare(String modelName, String term, String sign) {
    Optional<DoublePredicate> asked =
        switch (sign) {
          case "positive" -> Optional.of(value -> value > 0);
          case "negative" -> Optional.of(value -> value < 0);
          case "nonzero" -> Optional.of(value -> value != 0);
          default -> Optional.empty();
        };
    return asked
        .map(
            predicate ->
                cv(
                    modelName,
                    cv ->
                        cv.foldShare(term, predicate)
                            .map(Value::number)
                            .orElseGet(() -> Value.missing("no term `" + term + "`"))))
        .orElseGet(() -> Value.missing("`" + sign + "` is no sign"));
  }

  private Value r2(String modelName, String kind, String key) {
    return of(
        modelName,
        model ->
            model
                .r2(kind)
                .map(Value::number)
                .orElseGet(
                    () -> Value.missing("`" + modelName + "` has no `" + key + "` by this plan")));
  }

  private Value cv(String modelName, Function<CvResult, Value> view) {
    return of(
        modelName,
        model ->
            model
                .cv()
                .map(view)
                .orElseGet(() -> Value.missing("`" + modelName + "` is not cross-validated")));
  }

  private Value of(String modelName, Function<ModelResult, Value> view) {
    var model = models.get(modelName);
    return model == null
        ? Value.missing("there is no result for the model `" + modelName + "`")
        : view.apply(model);
  }

  private static Value noTerm(ModelResult model, String term) {
    return Value.missing("`" + model.name() + "` has no term `" + term + "`");
  }

  static String word(ExpressionNode node) {
    if (node instanceof ExpressionNode.Name name) {
      return name.name();
    }
    if (node instanceof ExpressionNode.Term term) {
      return String.join(":", term.parents());
    }
    return node instanceof ExpressionNode.Text text ? text.text() : "";
  }
}
