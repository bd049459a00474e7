package org.planlock.execution.fit;

import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** What stops a fit, in words. */
final class Refusals {
  private Refusals() {}

  static Diagnostic stillOpen(String path) {
    return Diagnostic.at(Span.none(path), Rule.OPEN_CHOICE, "the plan leaves `" + path + "` open")
        .note("a choice that the plan does not make is never made silently")
        .help("decide it with `--choose " + path + "=VALUE`; the choice is recorded");
  }

  static Diagnostic unusableFolds(String path, String message) {
    return Diagnostic.at(Span.none(path), Rule.UNUSABLE_FOLDS, message)
        .note("every fold needs at least one row inside and one outside");
  }

  static Diagnostic unusableGrid(String path, String message) {
    return Diagnostic.at(Span.none(path), Rule.UNUSABLE_GRID, message);
  }

  static Diagnostic tooFewRows(String modelName, int rows, int terms) {
    return Diagnostic.at(
            Span.none(UsedNames.model(modelName)),
            Rule.TOO_FEW_ROWS,
            "`" + modelName + "` has " + rows + " rows to fit " + terms + " terms without penalty")
        .note("an unpenalised fit needs at least one row more than terms")
        .help("register fewer terms, or a penalty");
  }

  static Diagnostic tooSmall(String modelName, int rows) {
    return Diagnostic.at(
            Span.none(UsedNames.model(modelName)),
            Rule.TOO_FEW_ROWS,
            "`" + modelName + "` has " + rows + " rows to fit")
        .note("fewer than 3 participants cannot show any relation");
  }

  static Diagnostic dependentTerm(String modelName, String column) {
    return Diagnostic.at(
            Span.none(UsedNames.model(modelName)),
            Rule.DEPENDENT_TERMS,
            "`" + column + "` is a combination of the terms before it in `" + modelName + "`")
        .note("without a penalty its coefficient has no single value")
        .help("register the model without `" + column + "`");
  }

  static Diagnostic constantOutcome(String modelName, String fold) {
    return Diagnostic.at(
            Span.none(UsedNames.model(modelName)),
            Rule.NOTHING_TO_EXPLAIN,
            "the largest lambda of `" + modelName + "` is 0" + among(fold))
        .note(
            "the outcome does not vary, or no penalised term does with it; a grid has no first value");
  }

  static Diagnostic constantInFold(String modelName, String fold) {
    return Diagnostic.at(
            Span.none(UsedNames.model(modelName)),
            Rule.NOTHING_TO_EXPLAIN,
            "the outcome of `" + modelName + "` does not vary" + among(fold))
        .note("a fit of an outcome that does not vary explains nothing")
        .help(
            fold.isEmpty()
                ? "check the outcome in its table, and the rules of the sample"
                : "register folds that leave different values of the outcome to every training set");
  }

  static Diagnostic tooSmallToSquare(String modelName, String fold) {
    return Diagnostic.at(
            Span.none(UsedNames.model(modelName)),
            Rule.NOTHING_TO_EXPLAIN,
            "the outcome of `" + modelName + "` varies by less than 1e-150" + among(fold))
        .note("squares of such differences are too small to be told from 0")
        .help("give the outcome in a smaller unit");
  }

  static Diagnostic emptyClass(String modelName, int rows, int oneOrZero, String fold) {
    return Diagnostic.at(
            Span.none(UsedNames.model(modelName)),
            Rule.NOTHING_TO_EXPLAIN,
            "class "
                + oneOrZero
                + " of the outcome of `"
                + modelName
                + "` has "
                + rows
                + (rows == 1 ? " row" : " rows")
                + among(fold))
        .note("a binomial fit needs at least 2 rows of each class")
        .help("register folds that leave at least 2 rows of each class to every training set");
  }

  static Diagnostic notTwoClasses(String modelName, String participant) {
    return Diagnostic.at(
            Span.none(UsedNames.model(modelName, "penalty", "distribution", "family")),
            Rule.NOTHING_TO_EXPLAIN,
            "the outcome of `" + participant + "` in `" + modelName + "` is neither 0 nor 1")
        .note("`family binomial` explains one of two classes")
        .help(
            "form the outcome as 0 and 1, or take a column of two levels and say which is `class_one`");
  }

  static Diagnostic nothingToRelax(String modelName) {
    return Diagnostic.at(
            Span.none(UsedNames.model(modelName, "penalty", "distribution", "refit")),
            Rule.TOO_FEW_ROWS,
            "every fit of `" + modelName + "` retains too many terms to be fitted again")
        .note("an unpenalised fit of the retained terms needs 3 more rows than terms")
        .help("begin with a larger lambda, or register `refit none`");
  }

  private static String among(String fold) {
    return fold.isEmpty() ? "" : " among the training rows of fold " + fold;
  }

  static Diagnostic notANumber(String modelName, String column, String participant) {
    return Diagnostic.at(
            Span.none(UsedNames.model(modelName)),
            Rule.MISSING_CELL,
            "`"
                + column
                + "` of `"
                + participant
                + "` is missing or beyond 1e150 in the design of `"
                + modelName
                + "`")
        .note("a fit needs every value of every row")
        .help("register an imputation of `" + column + "`, or complete cases");
  }

  static Diagnostic unusableWeights(String path, String column, List<String> participants) {
    var shown = String.join("`, `", participants.subList(0, Math.min(5, participants.size())));
    var more = participants.size() > 5 ? " and " + (participants.size() - 5) + " more" : "";
    return Diagnostic.at(
            Span.none(path),
            Rule.UNUSABLE_WEIGHTS,
            "the weight `" + column + "` is missing or not above 0 for `" + shown + "`" + more)
        .note("a weight says how much a row counts, and every analysed row must count")
        .help("leave these rows out by a rule of `sample`, or correct the column");
  }

  static Diagnostic notConverged(String modelName, int fits, boolean iterates) {
    var finding =
        Diagnostic.at(
            Span.none(UsedNames.model(modelName)),
            Rule.FIT_NOT_CONVERGED,
            fits + (fits == 1 ? " fit" : " fits") + " of `" + modelName + "` did not converge");
    return iterates
        ? finding
            .note("glmnet's passes came to their end before its threshold was reached")
            .help("register `most` passes or a larger `threshold` in `passes`")
        : finding
            .note("their numbers are not the optimum that the plan names")
            .help("register more iterations or a larger tolerance in `kkt`");
  }
}
