package org.planlock.plan.check;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.BoundPlan;
import org.planlock.source.Span;

/** All checks of whole plans, in a fixed order. */
public final class PlanChecks {
  /** A template that is wrong is wrong for each of its names; a reader needs to see it thrice. */
  private static final long MOST_AT_ONE_PLACE = 3;

  /** What makes an expression meaningless. */
  private static final Set<Rule> FAULTS =
      EnumSet.of(
          Rule.UNKNOWN_NAME,
          Rule.UNKNOWN_FUNCTION,
          Rule.WRONG_ARGUMENTS,
          Rule.WRONG_KIND,
          Rule.UNDECLARED_SESSION,
          Rule.NOT_A_LEVEL,
          Rule.COMPARISON_CHAIN);

  static final List<PlanCheck> ALL =
      List.of(
          new ExpressionFaults(),
          new UnknownModel(),
          new UnknownOutcome(),
          new UnknownTerm(),
          new UnknownTable(),
          new UnknownColumn(),
          new StepOfUnknownColumn(),
          new UnknownHypothesis(),
          new UnknownPreparation(),
          new UnknownRegion(),
          new UnknownAtlas(),
          new UnknownPerson(),
          new UnsafePlanId(),
          new UnsafePath(),
          new UnsafeVariantPath(),
          new UnsafePattern(),
          new LookAlikeNames(),
          new NotNested(),
          new ModelCycle(),
          new VariableCycle(),
          new OutcomeAmongTerms(),
          new OutcomeBaselineAsTerm(),
          new TermNotPrepared(),
          new InteractionWithoutParents(),
          new UnusedVariable(),
          new UnusedSet(),
          new UnpenalisedTooManyTerms(),
          new FewParticipantsPerTerm(),
          new StepOrder(),
          new ResidualWithoutStep(),
          new LeakingScope(),
          new ImputedOutcome(),
          new OutcomeInformsImputation(),
          new DoubleScaling(),
          new NoScaling(),
          new LevelsNeverCoded(),
          new ReferenceNotALevel(),
          new CodeCountMismatch(),
          new EmptyRange(),
          new RuleAdmitsNobody(),
          new ThresholdContradiction(),
          new VerdictsOverlap(),
          new QuantityInTwoUnits(),
          new DeclaredUnitDiffers(),
          new MinimumAboveTarget(),
          new AbortAboveMinimum(),
          new MoreFoldsThanParticipants(),
          new RepeatedLeaveOneOut(),
          new LeaveOneOutAdvice(),
          new InsideAndOutside(),
          new SeedWithoutReason(),
          new GridOutOfOrder(),
          new GridOutOfRange(),
          new LambdaMaxMissing(),
          new L1RatioZero(),
          new OwnSequenceContradicted(),
          new OneSequenceForAll(),
          new FamilyContradicted(),
          new ScoreWithoutMeaning(),
          new TermFreeAndExcluded(),
          new SquaredCorrelationUnderLeaveOneOut(),
          new HypothesisOnExploratoryModel(),
          new PValueWithoutNull(),
          new NoMultiplicity(),
          new FamilyOfOne(),
          new HolmOutsideFamily(),
          new OutcomeSeen(),
          new SealedWithoutRelease(),
          new VariantChangesNothing());

  private PlanChecks() {}

  /** Everything that is wrong or doubtful in a plan, in the order in which people read it. */
  public static List<Diagnostic> all(BoundPlan bound) {
    return all(bound, () -> {});
  }

  /**
   * The same for who has more urgent things to do.
   *
   * @param before is called before each check; what it throws ends the checks
   */
  public static List<Diagnostic> all(BoundPlan bound, Runnable before) {
    var facts = PlanFacts.of(bound);
    var seen = new EnumMap<Rule, Map<Span, Long>>(Rule.class);
    var all = ALL.stream().flatMap(check -> found(check, facts, before)).distinct().toList();
    var faults = all.stream().filter(PlanChecks::isFault).map(Diagnostic::span).toList();
    return all.stream()
        .filter(finding -> isFault(finding) || !restsOn(finding, faults))
        .sorted(Diagnostic.READING_ORDER)
        .filter(finding -> isAmongTheFirst(finding, seen))
        .toList();
  }

  private static Stream<Diagnostic> found(PlanCheck check, PlanFacts facts, Runnable before) {
    before.run();
    return check.find(facts);
  }

  private static boolean isFault(Diagnostic finding) {
    return FAULTS.contains(finding.rule());
  }

  /** Whether a finding is about an expression that says nothing, because a part of it is wrong. */
  private static boolean restsOn(Diagnostic finding, List<Span> faults) {
    var about =
        Stream.concat(
                Stream.of(finding.span()), finding.labels().stream().map(Diagnostic.Label::span))
            .toList();
    return faults.stream()
        .anyMatch(
            fault ->
                about.stream()
                    .anyMatch(
                        span ->
                            span.file() == fault.file()
                                && span.start() <= fault.start()
                                && fault.end() <= span.end()));
  }

  private static boolean isAmongTheFirst(Diagnostic finding, Map<Rule, Map<Span, Long>> seen) {
    return seen.computeIfAbsent(finding.rule(), rule -> new HashMap<>())
            .merge(finding.span(), 1L, Long::sum)
        <= MOST_AT_ONE_PLACE;
  }
}
