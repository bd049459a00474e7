package org.planlock.plan.binding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Nearest;

/** What other programs call the same thing, so that their users find our word. */
final class ForeignWords {
  private static final Map<String, Word> WORDS =
      Map.ofEntries(
          Map.entry("alpha", new Word("l1_ratio", "glmnet's alpha mixes ridge and lasso")),
          Map.entry("nfolds", new Word("scheme", "glmnet's nfolds = 10 is `k_fold 10`")),
          Map.entry("cv", new Word("scheme", "write `leave_one_out` or `k_fold 10`")),
          Map.entry("nlambda", new Word("lambda", "it also says where values start and end")),
          Map.entry("lambda_min_ratio", new Word("lambda", "write its end as `to: 0.01 * max`")),
          Map.entry("thresh", new Word("kkt", "write `{tolerance: 1e-9}`")),
          Map.entry("tol", new Word("kkt", "write `{tolerance: 1e-9}`")),
          Map.entry("maxit", new Word("kkt", "write `{iterations: 1000000}`")),
          Map.entry("foldid", new Word("scheme", "folds in a column are `given fold_id`")),
          Map.entry("random_state", new Word("seed", "unseeded folds do not exist here")),
          Map.entry("formula", new Word("terms", "list the terms: `[age, sex, imaging]`")),
          Map.entry("predictors", new Word("terms", "list columns and sets")),
          Map.entry("covariates", new Word("terms", "covariates are terms like the others")));

  private ForeignWords() {}

  /** A help for a word of another program, or one much like it, if its meaning can stand here. */
  static Optional<String> meaning(String written, List<String> known) {
    return Nearest.to(written, WORDS.keySet())
        .map(WORDS::get)
        .filter(word -> known.contains(word.ours()) && Nearest.to(written, known).isEmpty())
        .map(word -> "did you mean `" + word.ours() + "`? " + word.why());
  }

  /** Our word, and how it differs. */
  private record Word(String ours, String why) {}
}
