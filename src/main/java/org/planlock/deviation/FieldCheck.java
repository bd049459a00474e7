package org.planlock.deviation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;

/**
 * What a program can see of each field of a complete plan: the kinds of deviation that tell of it,
 * or why only people can know.
 */
public enum FieldCheck {
  A1(seen(DeviationKind.PLAN_EDITED), "planlock", "plan.id", "plan.title"),
  A2(
      unseen(
          "What a person saw or signed elsewhere is known to that person; "
              + "signatures show who signed the lock, nothing shows who looked."),
      "plan.persons"),
  A3(
      unseen(
          "How much of a table was known before the lock is a statement of the "
              + "authors; only earlier executions and releases in the ledger speak "
              + "against it."),
      "plan.knowledge"),
  A4(
      unseen(
          "What somebody knew, and since when, is in no file; a custodian who "
              + "holds the outcome back makes the question needless."),
      "plan.ledger"),
  A5(seen(DeviationKind.NOT_WITNESSED), "plan.witness"),
  A6(seen(DeviationKind.LOCKED_LATE), "plan.amend"),
  A7(seen(DeviationKind.SIBLING_PLAN), "plan.siblings"),
  B1(
      seen(DeviationKind.OUTCOME),
      "models.outcome",
      "data.columns.instrument",
      "data.columns.version",
      "data.columns.score",
      "data.columns.items"),
  B2(seen(DeviationKind.FORMULA, DeviationKind.VISIT), "variables", "variables.value"),
  B3(seen(DeviationKind.VISIT), "data.sessions"),
  B4(seen(DeviationKind.FORMULA), "variables", "variables.value"),
  B5(seen(DeviationKind.FORMULA), "variables.scaled"),
  B6(seen(DeviationKind.THRESHOLD), "sample.rules"),
  B7(
      unseen(
          "What a result is taken to mean, and for whom, stands in the words of a "
              + "report; the numbers are the same."),
      "estimand"),
  B8(
      unseen(
          "Whether a rater, or a participant, guessed the treatment is known to " + "them alone."),
      "data.columns.rater",
      "estimand.side_effects"),
  C1(
      seen(DeviationKind.SAMPLE_SIZE),
      "sample.target",
      "sample.minimum",
      "sample.stop",
      "sample.looks"),
  C2(seen(DeviationKind.EXCLUSION), "sample.rules", "sample.flow"),
  C3(seen(DeviationKind.EXCLUSION), "sample.rules.drop_run", "sample.rules.then"),
  C4(seen(DeviationKind.EXCLUSION), "sample.outliers"),
  C5(seen(DeviationKind.ROWS), "sample.rows", "sample.same_rows"),
  C6(
      seen(DeviationKind.RELATED_ROWS, DeviationKind.DATA),
      "data.tables.one_row_per",
      "validate.grouped"),
  C7(seen(DeviationKind.SAMPLE_SIZE), "sample.abort"),
  D1(seen(DeviationKind.MEASURES), "space", "atlases", "rois"),
  D2(seen(DeviationKind.PIPELINE), "data.pipelines"),
  D3(seen(DeviationKind.PIPELINE), "data.first_level"),
  D4(
      seen(DeviationKind.MEASURES, DeviationKind.TERMS),
      "measures",
      "sets",
      "models",
      "models.terms",
      "models.add",
      "models.extends",
      "data.tables.spread",
      "data.columns.levels"),
  D5(
      seen(DeviationKind.MEASURES),
      "measures.statistic",
      "measures.deconvolution",
      "measures.conditions",
      "measures.nuisance",
      "measures.censor",
      "measures.noise",
      "measures.partition",
      "measures.negative",
      "measures.fisher_z"),
  D6(seen(DeviationKind.VISIT), "runs"),
  D7(seen(DeviationKind.UNPLANNED), "follow_up"),
  E1(seen(DeviationKind.STEPS), "prepare.residualise.fd"),
  E2(
      seen(DeviationKind.STEPS),
      "prepare.residualise",
      "prepare.residualise.residualise",
      "prepare.residualise.rows"),
  E3(seen(DeviationKind.STEPS), "prepare.residualise.on"),
  E4(seen(DeviationKind.SCOPE), "prepare.residualise.using"),
  E5(seen(DeviationKind.STEPS), "prepare", "models.prepare"),
  F1(
      seen(DeviationKind.IMPUTATION),
      "prepare.impute",
      "prepare.impute.impute",
      "prepare.impute.by",
      "prepare.residualise.incomplete_rows"),
  F2(
      seen(DeviationKind.SCOPE, DeviationKind.IMPUTATION),
      "prepare.impute.using",
      "prepare.impute.informed_by"),
  F3(seen(DeviationKind.IMPUTATION), "prepare.impute.limit", "prepare.impute.over_limit"),
  F4(seen(DeviationKind.IMPUTATION), "prepare.impute.draws"),
  G1(
      seen(DeviationKind.CODING, DeviationKind.TERMS),
      "sets",
      "models",
      "models.terms",
      "models.add",
      "models.extends",
      "variables.role",
      "data.columns.levels",
      "data.columns.reference",
      "data.columns.code"),
  G2(seen(DeviationKind.CODING), "data.columns.reference", "data.columns.code", "prepare.code"),
  G3(seen(DeviationKind.TERMS), "prepare.interact", "prepare.heredity"),
  G4(
      seen(DeviationKind.STEPS, DeviationKind.SCOPE, DeviationKind.SCALING),
      "prepare.scale",
      "penalty.standardize"),
  G5(seen(DeviationKind.TERMS), "prepare.columns"),
  G6(seen(DeviationKind.STEPS), "prepare.scale.constant", "prepare.aliased"),
  G7(seen(DeviationKind.HYPOTHESIS), "compare"),
  H1(seen(DeviationKind.FAMILY), "penalty.objective"),
  H2(seen(DeviationKind.GRID), "penalty.l1_ratio"),
  H3(seen(DeviationKind.GRID), "penalty.lambda", "penalty.lambda_max", "penalty.lambda_folds"),
  H4(
      seen(DeviationKind.TERM_PENALTY, DeviationKind.FAMILY),
      "penalty.intercept",
      "penalty.penalty_factor"),
  H5(
      seen(DeviationKind.CONVERGENCE, DeviationKind.FAMILY),
      "penalty.kkt",
      "penalty.passes",
      "penalty.solve"),
  H6(
      seen(DeviationKind.FAMILY, DeviationKind.GRID),
      "penalty",
      "penalty.family",
      "penalty.distribution"),
  I1(
      seen(DeviationKind.FOLDS, DeviationKind.RELATED_ROWS),
      "validate",
      "validate.scheme",
      "validate.by",
      "validate.grouped",
      "validate.repeats",
      "validate.strata",
      "validate.fold_ids",
      "sample.order"),
  I2(seen(DeviationKind.SCOPE), "validate.inside", "validate.outside"),
  I3(seen(DeviationKind.SELECTION), "validate.loss"),
  I4(seen(DeviationKind.SELECTION, DeviationKind.FOLDS_PER_RATIO), "validate.select"),
  I5(seen(DeviationKind.SELECTION), "validate.select", "validate.ties", "validate.edge"),
  I6(seen(DeviationKind.FOLDS), "validate.outer"),
  I7(
      seen(DeviationKind.SCORE),
      "inference.r2_in_sample",
      "inference.cv_r2",
      "inference.nested_r2",
      "inference.scores"),
  I8(seen(DeviationKind.SCORE), "inference.coefficients"),
  J1(seen(DeviationKind.HYPOTHESIS), "hypotheses", "hypotheses.claim", "hypotheses.corroborated"),
  J2(seen(DeviationKind.RETENTION), "retained"),
  J3(seen(DeviationKind.HYPOTHESIS), "inference.nulls", "inference.residuals", "inference.p"),
  J4(seen(DeviationKind.MULTIPLICITY), "inference.multiplicity"),
  J5(seen(DeviationKind.HYPOTHESIS), "hypotheses", "hypotheses.falsified", "hypotheses.otherwise"),
  J6(seen(DeviationKind.UNPLANNED), "models", "models.role", "models.reason", "exploratory"),
  J7(
      seen(DeviationKind.NOT_REPORTED, DeviationKind.UNPLANNED),
      "models",
      "hypotheses",
      "exploratory",
      "inference.report"),
  J8(seen(DeviationKind.NOT_REPORTED), "sensitivity"),
  J9(seen(DeviationKind.BRANCH), "contingency"),
  K1(seen(DeviationKind.ENVIRONMENT), "compute.engine"),
  K2(seen(DeviationKind.SEED), "compute.rng", "validate.seed"),
  K3(
      seen(DeviationKind.ENVIRONMENT),
      "data.text",
      "data.tables.missing",
      "data.tables.separator",
      "data.tables.decimal",
      "data.tables.encoding",
      "data.columns.missing",
      "compute.threads",
      "compute.blas",
      "compute.locale"),
  K4(seen(DeviationKind.OTHER_ENGINE), "compute.same"),
  K5(seen(DeviationKind.OTHER_ENGINE), "compute.confirm"),
  K6(
      seen(DeviationKind.DATA, DeviationKind.CONTRACT),
      "data",
      "data.tables",
      "data.files",
      "data.columns",
      "data.seal"),
  K7(seen(DeviationKind.CONTRACT), "variables.unit", "data.columns.unit", "compute.units"),
  L1(seen(DeviationKind.LOCKED_LATE), "data.columns.sealed", "govern.release"),
  L2(
      unseen(
          "What counts as small is judged by people; the computed weight of a "
              + "deviation is a floor that they can only raise."),
      "govern.deviation"),
  L3(
      unseen(
          "Whether and where a lock was published is seen by looking there; a "
              + "lock cannot tell."),
      "govern.publish");

  /** Which kinds tell of a field, or why none does. */
  private record Sight(List<DeviationKind> kinds, Optional<String> whyUnseen) {}

  // lists that nobody can change, of values that cannot change
  @SuppressWarnings("ImmutableEnumChecker")
  private final Sight sight;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<FieldPlace> places;

  FieldCheck(Sight sight, String... places) {
    this.sight = sight;
    this.places = Stream.of(places).map(FieldPlace::written).toList();
  }

  private static Sight seen(DeviationKind... kinds) {
    return new Sight(List.of(kinds), Optional.empty());
  }

  private static Sight unseen(String why) {
    return new Sight(List.of(), Optional.of(why));
  }

  /** The kinds of deviation that tell of it; the first is the usual one. */
  public List<DeviationKind> kinds() {
    return sight.kinds();
  }

  /** Why no program can see it, if that is so. */
  public Optional<String> whyUnseen() {
    return sight.whyUnseen();
  }

  /** The findings that can be about it; none if no program can see it. */
  public List<Rule> rules() {
    var general = Stream.of(Rule.CHANGED_SETTING, Rule.OPEN_FIELD_COMPLETED);
    return kinds().isEmpty()
        ? List.of()
        : Stream.concat(kinds().stream().flatMap(kind -> kind.rules().stream()), general)
            .distinct()
            .toList();
  }

  /** The check of a field, such as {@code A4}. */
  public static Optional<FieldCheck> named(String id) {
    return Arrays.stream(values()).filter(check -> check.name().equals(id)).findFirst();
  }

  /**
   * The fields that a place in a plan belongs to: those which name the longest part of it. None of
   * what is no field.
   */
  public static List<FieldCheck> at(String path) {
    var place = FieldPlace.of(path);
    var longest =
        Arrays.stream(values())
            .flatMap(check -> check.places.stream())
            .filter(place::isWithin)
            .map(FieldPlace::length)
            .max(Comparator.naturalOrder());
    return longest.stream()
        .flatMap(
            length ->
                Arrays.stream(values())
                    .filter(
                        check ->
                            check.places.stream()
                                .anyMatch(p -> p.length() == length && place.isWithin(p))))
        .toList();
  }

  /**
   * The usual kind of a deviation at a place in a plan. A threshold has a finding of its own
   * (X562); every other change of a rule of the sample adds, drops or reorders an exclusion.
   */
  static Optional<DeviationKind> kind(String path) {
    var kinds = at(path).stream().flatMap(check -> check.kinds().stream()).toList();
    return kinds.stream()
        .filter(kind -> kind != DeviationKind.THRESHOLD)
        .findFirst()
        .or(() -> kinds.stream().findFirst());
  }
}
