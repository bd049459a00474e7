package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.LambdaFolds;
import org.planlock.plan.fit.LambdaMax;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.OwnSequenceFault;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.value.Scope;
import org.planlock.plan.value.Words;

/**
 * Sequences of lambda by glmnet's rules, one for each fold, beside words that say something else of
 * the same sequences.
 */
final class OwnSequenceContradicted implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .filter(model -> model.penalty().stated().filter(Penalty::hasOwnSequences).isPresent())
        .flatMap(model -> model(facts, model).stream());
  }

  private static List<Diagnostic> model(PlanFacts facts, ModelSpec model) {
    var found = new ArrayList<Diagnostic>();
    var penalty = model.penalty().stated().orElseThrow();
    var contradictions = new Contradictions(facts, model, found);
    var spaced = (LambdaRule.Spaced) penalty.lambda().stated().orElseThrow();
    // that a rule does not fall is found in every grid, see GridOutOfRange
    OwnSequenceFault.of(spaced)
        .filter(fault -> fault != OwnSequenceFault.NOT_FALLING)
        .ifPresent(fault -> contradictions.add("penalty.lambda", fault.message(), fault.help()));
    if (penalty.lambdaMax().stated().filter(OwnSequenceContradicted::isOther).isPresent()) {
      contradictions.add(
          "penalty.lambda_max",
          "own sequences start where glmnet's do, and `lambda_max` is another formula",
          "write `lambda_max glmnet`, or `lambda_folds same_values`");
    }
    folds(penalty.lambdaFolds().stated().orElseThrow(), contradictions);
    model
        .outerLambdaMax()
        .filter(Scope.ANALYSIS_SET::equals)
        .ifPresent(
            scope ->
                contradictions.add(
                    "validate.outer.lambda_max",
                    "own sequences start from the rows that are fitted, also in the outer loop",
                    "write `lambda_max using outer_training_fold`"));
    return found;
  }

  private static void folds(LambdaFolds folds, Contradictions contradictions) {
    if (folds.interpolation().stated().filter(said -> isNot(said, "linear")).isPresent()) {
      contradictions.add(
          "penalty.lambda_folds.interpolation",
          "folds at own sequences are compared at common strengths by interpolation",
          "write `interpolation linear`");
    }
    if (folds.earlyStop().stated().filter(said -> isNot(said, "glmnet")).isPresent()) {
      contradictions.add(
          "penalty.lambda_folds.early_stop",
          "own sequences end by glmnet's rules",
          "write `early_stop glmnet`");
    }
  }

  private static boolean isNot(Words said, String word) {
    return !said.text().equals(word);
  }

  private static boolean isOther(LambdaMax largest) {
    return largest.formula() != LambdaMax.Formula.GLMNET;
  }

  private record Contradictions(PlanFacts facts, ModelSpec model, List<Diagnostic> found) {
    void add(String key, String message, String help) {
      found.add(
          Diagnostic.at(facts.placeOf(model, key), Rule.OWN_SEQUENCE_CONTRADICTED, message)
              .labelled(facts.placeOf(model, "penalty.lambda_folds"), "own sequences are said here")
              .note("`lambda_folds own` stands for all of glmnet's rules of a path")
              .help(help));
    }
  }
}
