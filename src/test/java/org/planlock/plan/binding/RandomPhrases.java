package org.planlock.plan.binding;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.planlock.plan.fit.Bounds;
import org.planlock.plan.fit.LambdaEnd;
import org.planlock.plan.fit.Refit;
import org.planlock.plan.fit.RowWeights;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.prepare.Crossing;
import org.planlock.plan.prepare.ImputeBy;
import org.planlock.plan.prepare.MissingLimit;
import org.planlock.plan.prepare.Product;
import org.planlock.plan.sample.Abort;
import org.planlock.plan.sample.RowOrder;
import org.planlock.plan.sample.RowRule;
import org.planlock.plan.value.Headcount;
import org.planlock.plan.value.PartOf;
import org.planlock.plan.value.Quantity;
import org.planlock.plan.value.Seed;
import org.planlock.plan.value.Threshold;
import org.planlock.plan.value.Tolerance;
import org.planlock.plan.value.VersionBound;
import org.planlock.plan.value.Words;

/** A text at random for each type that is written as a phrase. */
final class RandomPhrases {
  private static final List<String> SCOPES = List.of("enrolled", "analysis_set", "training_fold");
  private static final List<String> OPERATORS = List.of("<=", ">=", "<", ">", "==", "=");
  private static final List<String> STATES = List.of("raw", "residual", "scaled", "unscaled");

  private final SplittableRandom random;
  private final RandomTexts texts;
  private final RandomNumbers numbers;
  private final Map<Class<?>, Supplier<String>> forms;

  RandomPhrases(SplittableRandom random, RandomTexts texts, RandomNumbers numbers) {
    this.random = random;
    this.texts = texts;
    this.numbers = numbers;
    this.forms =
        Map.ofEntries(
            Map.entry(Words.class, texts::sentence),
            Map.entry(Headcount.class, () -> count() + " " + scope()),
            Map.entry(PartOf.class, () -> random.nextInt(9) + " of " + (9 + count())),
            Map.entry(Quantity.class, this::quantity),
            Map.entry(Threshold.class, () -> texts.pick(OPERATORS) + " " + quantity()),
            Map.entry(Tolerance.class, () -> numbers.positive() + kind()),
            Map.entry(VersionBound.class, this::version),
            Map.entry(Seed.class, this::seed),
            Map.entry(RowOrder.class, this::order),
            Map.entry(RowRule.class, () -> either("all", "complete_cases on " + words(", "))),
            Map.entry(Abort.class, this::abort),
            Map.entry(RowWeights.class, () -> either("equal", "column " + word())),
            Map.entry(Refit.class, () -> either("none", "relaxed gamma 0, 0.5, 1", "by hand")),
            Map.entry(Scheme.class, this::scheme),
            Map.entry(Bounds.class, this::bounds),
            Map.entry(LambdaEnd.class, this::end),
            Map.entry(Crossing.class, () -> word() + " x " + word()),
            Map.entry(ImputeBy.class, this::imputed),
            Map.entry(MissingLimit.class, this::limit),
            Map.entry(Product.class, this::product));
  }

  /** A phrase of a type; whoever adds a type of phrase adds it here. */
  String of(Class<?> type) {
    var form = forms.get(type);
    if (form == null) {
      throw new IllegalStateException("no random phrase for " + type);
    }
    return form.get();
  }

  private int count() {
    return 1 + random.nextInt(400);
  }

  private String scope() {
    return texts.pick(SCOPES);
  }

  private String word() {
    return texts.plainName();
  }

  private String words(String between) {
    return word() + between + word();
  }

  private String either(String... these) {
    return these[random.nextInt(these.length)];
  }

  private String kind() {
    return either(" relative", " absolute");
  }

  private String quantity() {
    return numbers.any() + either("", " %", " s", " points per sd");
  }

  private String version() {
    return texts.pick(OPERATORS) + " " + either("17", "1.1.4", "4.1-6", "2.0rc1");
  }

  private String seed() {
    return either("plan_digest", "from plan", "" + count());
  }

  private String order() {
    return either("file", word() + " ascending", word() + " descending");
  }

  private String abort() {
    var one = "below " + count() + either(" per group in ", " in ") + scope();
    return either(one, one + ", " + count() + " in " + scope());
  }

  private String scheme() {
    return either("leave_one_out", "none", "k_fold " + (1 + count()), "given " + word());
  }

  private String bounds() {
    return either(
        "none",
        "0 .. infinity",
        "-infinity .. " + numbers.positive(),
        "-1 .. 1 for " + words(", ") + " and 0 .. " + numbers.positive() + " for " + word(),
        "as the protocol says");
  }

  private String end() {
    var share = numbers.positive();
    return either("max", share, share + " * max", share + " * max when n < p, else 0.0001 * max");
  }

  private String imputed() {
    return either("mean", "median", "constant " + numbers.any(), "complete_case");
  }

  private String limit() {
    return numbers.positive() + " % per " + either("column", "participant") + " of " + scope();
  }

  private String product() {
    return "product("
        + texts.pick(STATES)
        + either("", " imaging")
        + ", "
        + texts.pick(STATES)
        + either("", " dummy")
        + ")";
  }
}
