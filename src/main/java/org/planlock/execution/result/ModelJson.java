package org.planlock.execution.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.DoublePredicate;
import org.planlock.trace.TraceValue;

/** One model in the results file. */
final class ModelJson {
  private final ModelResult result;

  ModelJson(ModelResult result) {
    this.result = result;
  }

  /** Everything. */
  TraceValue whole() {
    return object(true);
  }

  /** Without error curves and predictions, for declared alternatives. */
  TraceValue brief() {
    return object(false);
  }

  private TraceValue object(boolean whole) {
    var json =
        new JsonObject()
            .with("name", result.name())
            .withText("role", result.role())
            .withText("reason", result.reason())
            .with("outcome", result.outcome())
            .with("n", result.participants().size())
            .with("terms", TraceValue.texts(result.coefficients().byTerm().keySet()));
    result.cv().ifPresent(cv -> crossValidation(json, cv, whole));
    result.otherSolve().ifPresent(other -> json.with("otherSolve", other(other)));
    json.with("intercept", result.coefficients().intercept())
        .with("coefficients", numbers(result.coefficients()));
    result.retained().ifPresent(terms -> json.with("retained", TraceValue.texts(terms)));
    json.with("r2", named(result.r2()));
    if (!result.scores().isEmpty()) {
      json.with("scores", named(result.scores()));
    }
    result.nested().ifPresent(nested -> json.with("nested", nested(nested, whole)));
    result.cv().ifPresent(cv -> json.with("foldShares", foldShares(cv)));
    if (whole) {
      json.with("predictions", predictions());
    }
    return json.with("converged", result.converged()).with("kkt", result.kkt()).fields();
  }

  private static void crossValidation(JsonObject json, CvResult cv, boolean whole) {
    var names = ErrorNames.of(cv.loss());
    if (!names.squared()) {
      json.with("loss", cv.loss());
    }
    if (whole && !cv.curves().isEmpty()) {
      json.withEach("cv", cv.curves(), curve -> curve(curve, names));
    }
    cv.selected().ifPresent(cell -> json.with("selected", selected(cell, names)));
    json.with(names.crossValidated(), cv.error())
        .with("cvSe", cv.se())
        .with(
            "interceptOnly",
            new JsonObject().with(names.crossValidated(), cv.interceptOnlyError()).fields());
  }

  private static TraceValue curve(CvCurve curve, ErrorNames names) {
    var json = new JsonObject().with("l1Ratio", curve.l1Ratio());
    curve.gamma().ifPresent(gamma -> json.with("gamma", gamma));
    return json.with("lambda", TraceValue.numbers(curve.lambda()))
        .with(names.error(), TraceValue.numbers(curve.error()))
        .with("se", TraceValue.numbers(curve.se()))
        .with("nonzero", TraceValue.numbers(curve.nonzero()))
        .fields();
  }

  private static TraceValue selected(SelectedCell cell, ErrorNames names) {
    var json = new JsonObject().with("l1Ratio", cell.l1Ratio());
    cell.gamma().ifPresent(gamma -> json.with("gamma", gamma));
    return json.with("lambda", cell.lambda())
        .with(names.error(), cell.error())
        .with("tied", cell.tied())
        .with("edges", TraceValue.texts(cell.edges()))
        .fields();
  }

  private TraceValue other(OtherSolve other) {
    var names = ErrorNames.of(result.cv().map(CvResult::loss).orElse(ErrorNames.SQUARED));
    return new JsonObject()
        .with("solve", other.solve())
        .with("selected", selected(other.selected(), names))
        .with("terms", TraceValue.texts(other.terms()))
        .with("note", other.note())
        .fields();
  }

  private static TraceValue numbers(Coefficients coefficients) {
    var members = new LinkedHashMap<String, TraceValue>();
    coefficients.byTerm().forEach((term, value) -> members.put(term, TraceValue.of(value)));
    return TraceValue.fields(members);
  }

  private static TraceValue named(List<NamedValue> values) {
    var json = new JsonObject();
    values.forEach(value -> json.withNumber(value.name(), value.value()));
    return json.fields();
  }

  private static TraceValue nested(NestedResult nested, boolean whole) {
    var json = new JsonObject().with(ErrorNames.of(nested.loss()).error(), nested.error());
    if (whole) {
      json.with("predictions", TraceValue.numbers(nested.predictions()))
          .withEach("folds", nested.folds(), ModelJson::outerFold);
    }
    return json.fields();
  }

  private static TraceValue outerFold(NestedResult.OuterFold fold) {
    var json =
        new JsonObject()
            .with("heldOut", TraceValue.texts(fold.heldOut()))
            .with("l1Ratio", fold.l1Ratio());
    fold.gamma().ifPresent(gamma -> json.with("gamma", gamma));
    return json.with("lambda", fold.lambda()).fields();
  }

  private TraceValue foldShares(CvResult cv) {
    var json = new JsonObject();
    for (var term : result.coefficients().byTerm().keySet()) {
      json.with(
          term,
          new JsonObject()
              .with("positive", share(cv, term, value -> value > 0))
              .with("negative", share(cv, term, value -> value < 0))
              .with("nonzero", share(cv, term, value -> value != 0))
              .fields());
    }
    return json.fields();
  }

  private static double share(CvResult cv, String term, DoublePredicate sign) {
    return cv.foldShare(term, sign).orElse(Double.NaN);
  }

  private TraceValue predictions() {
    var json =
        new JsonObject()
            .with("participants", TraceValue.texts(result.participants()))
            .with("fitted", TraceValue.numbers(result.fitted()));
    result.cv().ifPresent(cv -> json.with("crossValidated", TraceValue.numbers(cv.predictions())));
    return json.fields();
  }
}
