package org.planlock.deviation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Rule;

/**
 * The kinds of deviation, and which findings tell of each; three are known to people alone.
 *
 * <p>The codes are those of the taxonomy that a plan names as {@code classes plan-fields-5.3}.
 */
public enum DeviationKind {
  PLAN_EDITED("V-T1", "the plan was edited after its lock", Rule.PLAN_CHANGED, Rule.OTHER_PLAN),
  LOCKED_LATE(
      "V-T2",
      "locked, or changed, after the outcome could be known",
      Rule.FIXED_TOO_LATE,
      Rule.ORDER_CONTRADICTED),
  NOT_WITNESSED("V-T3", "nobody else attests when it was locked", Rule.TIME_NOT_PROVEN),
  SIBLING_PLAN("V-T4", "another plan on the same data, not declared", Rule.UNDECLARED_SIBLING),
  LOOKED_BEFORE(
      "V-T5",
      "the data were looked at before the lock",
      "What somebody saw before the lock is in no file; a custodian who holds the outcome back"
          + " is the remedy."),

  OUTCOME("V-O1", "another outcome, score or column", Rule.CHANGED_OUTCOME),
  FORMULA("V-O2", "another sign or form of a variable", Rule.CHANGED_FORMULA),
  VISIT("V-O3", "another visit, run or time point", Rule.CHANGED_VISIT),
  THRESHOLD("V-O4", "another threshold or operator", Rule.CHANGED_THRESHOLD),

  SAMPLE_SIZE(
      "V-P1",
      "fewer than registered, or looked at early",
      Rule.BELOW_TARGET,
      Rule.BELOW_MINIMUM_ANALYSED,
      Rule.EARLY_EXECUTION),
  EXCLUSION(
      "V-P2",
      "an exclusion added, dropped or reordered",
      Rule.EXTRA_EXCLUSION,
      Rule.CHANGED_ANALYSIS_SET),
  ROWS("V-P3", "models fitted to different rows", Rule.UNEQUAL_ROWS),
  RELATED_ROWS("V-P4", "rows that belong together in different folds", Rule.RELATED_ROWS_SPLIT),

  DATA("V-D1", "data changed after the seal", Rule.CHANGED_DATA, Rule.TABLE_CHANGED),
  CONTRACT("V-D2", "data that break their contract", Rule.ACCEPTED_CONTRACT_BREAK),
  PIPELINE("V-D3", "another version or other options of a pipeline", Rule.CHANGED_PIPELINE),
  MEASURES(
      "V-D4", "other regions, masks or measures", Rule.CHANGED_MEASURES, Rule.FIXED_INPUT_CHANGED),

  STEPS("V-X1", "steps in another order, or of another kind", Rule.CHANGED_PREPARATION),
  SCOPE("V-X2", "learnt from other rows than registered", Rule.CHANGED_SCOPE),
  IMPUTATION("V-X3", "missing values filled in another way", Rule.CHANGED_IMPUTATION),
  CODING("V-X4", "levels coded in another way", Rule.CHANGED_CODING),
  TERMS("V-X5", "other terms or products", Rule.CHANGED_TERMS),
  SCALING("V-X6", "scaled once more inside the fit", Rule.SECOND_SCALING),

  FAMILY("V-F1", "another family, objective or engine of the fit", Rule.CHANGED_FIT),
  GRID("V-F2", "another grid of penalties", Rule.CHANGED_PENALTY_GRID),
  TERM_PENALTY("V-F3", "other penalty factors or bounds", Rule.CHANGED_TERM_PENALTY),
  CONVERGENCE("V-F4", "a fit that did not converge", Rule.UNCONVERGED_FIT),

  FOLDS("V-C1", "other folds than were asked for", Rule.CHANGED_FOLDS),
  FOLDS_PER_RATIO("V-C2", "folds that differ between values of l1_ratio", Rule.UNEQUAL_FOLDS),
  SELECTION("V-C3", "another rule of selection, loss or ties", Rule.CHANGED_SELECTION),
  SEED("V-C4", "a seed that does not follow from the lock", Rule.SEED_NOT_FROM_LOCK),
  MANY_RUNS("V-C5", "executed more than once, one reported", Rule.MANY_EXECUTIONS),

  HYPOTHESIS(
      "V-I1",
      "a hypothesis changed, or judged otherwise",
      Rule.CHANGED_HYPOTHESIS,
      Rule.ALTERED_VERDICT),
  RETENTION("V-I2", "another rule for what is retained", Rule.CHANGED_RETENTION),
  MULTIPLICITY("V-I3", "the correction for several tests changed", Rule.CHANGED_MULTIPLICITY),
  SCORE("V-I4", "another definition of a score", Rule.CHANGED_SCORE, Rule.SWAPPED_SCORE),
  BRANCH("V-I5", "a branch taken without its condition", Rule.BRANCH_WITHOUT_CONDITION),

  NOT_REPORTED(
      "V-R1",
      "registered and not carried out, or not reported",
      Rule.SKIPPED_MODEL,
      Rule.SKIPPED_HYPOTHESIS,
      Rule.SKIPPED_PART,
      Rule.UNREPORTED_MODEL,
      Rule.UNREPORTED_HYPOTHESIS,
      Rule.UNREPORTED_PART,
      Rule.UNREPORTED_DEVIATION,
      Rule.ALTERED_CONCLUSION,
      Rule.ALTERED_NUMBER),
  UNPLANNED(
      "V-R2",
      "not registered, or called confirmatory without being so",
      Rule.UNPLANNED_MODEL,
      Rule.CHANGED_CORRELATION,
      Rule.UNEARNED_LABEL,
      Rule.UNREGISTERED_RESULT),
  MISTYPED(
      "V-R3",
      "a number mistyped in the report",
      "A manuscript is prose; whoever reads it compares its numbers with `results.json`."),
  METHODS_TEXT(
      "V-R4",
      "the methods text contradicts the plan",
      "A manuscript is prose; whoever reads it compares its methods with the locked plan."),

  ENVIRONMENT("V-E1", "another program, version or machine", Rule.CHANGED_TOOL_SEMANTICS),
  OTHER_ENGINE("V-E2", "another engine finds other numbers", Rule.ENGINES_DISAGREE),
  // no finding: what is compared is the canonical form, which has none of them
  HARMLESS("V-H1", "layout, order of keys or comments");

  private final String code;
  private final String title;

  // a list that nobody can change, of values that cannot change
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Rule> rules;

  private final Optional<String> whyUnseen;

  DeviationKind(String code, String title, Rule... rules) {
    this.code = code;
    this.title = title;
    this.rules = List.of(rules);
    this.whyUnseen = Optional.empty();
  }

  DeviationKind(String code, String title, String whyUnseen) {
    this.code = code;
    this.title = title;
    this.rules = List.of();
    this.whyUnseen = Optional.of(whyUnseen);
  }

  /** What papers and tables cite: {@code V-T1}. */
  public String code() {
    return code;
  }

  /** What it is, in a few words. */
  public String title() {
    return title;
  }

  /** The findings that tell of it. */
  public List<Rule> rules() {
    return rules;
  }

  /** Why no program can see it, for the three of which that is so. */
  public Optional<String> whyUnseen() {
    return whyUnseen;
  }

  /** The kind that a finding is of, whatever it is about; general findings are of no one kind. */
  public static Optional<DeviationKind> of(Rule rule) {
    return Arrays.stream(values()).filter(kind -> kind.rules.contains(rule)).findFirst();
  }

  /** The same by the code of a finding and its place, as a results file has them. */
  public static Optional<DeviationKind> of(String code, String path) {
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.code().equals(code))
        .findFirst()
        .flatMap(DeviationKind::of)
        .or(() -> FieldCheck.kind(path));
  }

  /** The kind of a deviation: that of its finding, else that of the field at its place. */
  public static Optional<DeviationKind> of(Deviation deviation) {
    return of(deviation.rule()).or(() -> FieldCheck.kind(deviation.path()));
  }
}
