package org.planlock.deviation;

import java.util.List;

/** The list of everything that is looked for; a new kind of deviation is a new line here. */
public final class DeviationDetectors {
  /** All detectors, in the order of an analysis: from the plan and the data to the claims. */
  public static final List<DeviationDetector> ALL =
      List.of(
          new OtherPlan(),
          new UndeclaredSibling(),
          new ChangedToolSemantics(),
          new ChangedData(),
          new AcceptedContractBreak(),
          new BelowTarget(),
          new EarlyExecution(),
          new ExtraExclusion(),
          new BelowMinimum(),
          new ChangedAnalysisSet(),
          new UnequalRows(),
          new ChangedThreshold(),
          new ChangedVisit(),
          new ChangedMeasures(),
          new ChangedPipeline(),
          new ChangedPreparation(),
          new ChangedImputation(),
          new ChangedCoding(),
          new ChangedCodes(),
          new ChangedScope(),
          new SkippedModel(),
          new UnplannedModel(),
          new ChangedOutcome(),
          new ChangedFormula(),
          new ChangedTerms(),
          new ChangedFolds(),
          new UnequalFolds(),
          new RelatedRowsSplit(),
          new ChangedPenaltyGrid(),
          new ChangedSelection(),
          new ChangedFit(),
          new UntoldFit(),
          new NotConverged(),
          new SkippedHypothesis(),
          new ChangedHypothesis(),
          new ChangedVerdict(),
          new ChangedRetention(),
          new ChangedMultiplicity(),
          new ChangedScore(),
          new BranchWithoutCondition(),
          new ChangedCorrelation(),
          new SkippedPart(),
          new SeedNotFromLock(),
          new OpenFieldCompleted(),
          new ChangedSetting(),
          new EnginesDisagree(),
          new ResultsOfOtherPlan(),
          new UnreportedModel(),
          new UnreportedHypothesis(),
          new UnreportedPart(),
          new UnreportedDeviation(),
          new UnregisteredResult(),
          new AlteredVerdict(),
          new AlteredConclusion(),
          new UnearnedLabel(),
          new SwappedScore(),
          new AlteredNumber());

  private DeviationDetectors() {}
}
