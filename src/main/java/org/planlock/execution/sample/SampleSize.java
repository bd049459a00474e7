package org.planlock.execution.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.Places;
import org.planlock.plan.Plan;
import org.planlock.plan.sample.Abort;
import org.planlock.plan.sample.SampleRules;
import org.planlock.plan.value.Headcount;
import org.planlock.plan.value.Scope;

/** Holds the numbers of participants against target, minimum and the limits of {@code abort}. */
public final class SampleSize {
  private static final int FEWEST = 3;

  private final Optional<SampleRules> rules;
  private final Places places;
  private final SizeFindings findings;
  private final Optional<Groups> groups;
  private final Optional<String> early;

  /** The sizes that a plan registers. */
  public SampleSize(Plan plan, Places places, Frame frame, Optional<String> early) {
    this.rules = plan.sample().stated();
    this.places = places;
    this.findings = new SizeFindings(places);
    this.groups = Groups.of(frame, places.of("sample.abort"));
    this.early = early;
  }

  /** What is too small before anything is fitted. */
  List<Diagnostic> check(SampleResult result) {
    var found = new ArrayList<Diagnostic>();
    rules
        .flatMap(r -> r.target().stated())
        .filter(target -> early.isEmpty() && present(target, result) < target.count())
        .ifPresent(target -> found.add(findings.belowTarget(target, present(target, result))));
    rules
        .flatMap(r -> r.minimum().stated())
        .filter(minimum -> present(minimum, result) < minimum.count())
        .ifPresent(minimum -> found.add(findings.belowMinimum(minimum, present(minimum, result))));
    if (result.analysed().size() < FEWEST) {
      found.add(tooFew(result.analysed().size()));
    }
    found.addAll(limits(Scope.ENROLLED, result.enrolled(), ""));
    found.addAll(limits(Scope.ANALYSIS_SET, result.analysed(), ""));
    return found;
  }

  /** What {@code abort} says about these participants, who make up a scope. */
  public List<Diagnostic> limits(Scope scope, List<String> participants, String fold) {
    var found = new ArrayList<Diagnostic>();
    for (var limit : rules.flatMap(r -> r.abort().stated()).map(Abort::below).orElse(List.of())) {
      if (limit.in() == scope) {
        limit
            .count()
            .filter(least -> participants.size() < least)
            .ifPresent(l -> found.add(below(scope, fold, "participants", participants.size(), l)));
        limit.perGroup().ifPresent(least -> perGroup(scope, fold, participants, least, found));
      }
    }
    return found;
  }

  private void perGroup(
      Scope scope, String fold, List<String> participants, int least, List<Diagnostic> found) {
    if (groups.isEmpty()) {
      found.add(
          Diagnostic.at(
                  places.of("sample.abort"),
                  Rule.UNKNOWN_COLUMN,
                  "`abort` counts groups, and the plan has no sealed column and no `group`")
              .help("declare the column of the arms, with its levels, as `sealed`"));
      return;
    }
    groups
        .get()
        .count(participants)
        .forEach(
            (level, count) -> {
              if (count < least) {
                found.add(below(scope, fold, "of `" + level + "`", count, least));
              }
            });
  }

  private Diagnostic below(Scope scope, String fold, String whom, int count, int least) {
    var where = scope.word() + (fold.isEmpty() ? "" : " of fold " + fold);
    return Diagnostic.at(
            places.of("sample.abort"),
            Rule.BELOW_ABORT_LIMIT,
            "there are " + count + " " + whom + " in " + where + ", the plan goes on with " + least)
        .note("a limit that was registered is not moved after the data are seen")
        .help("report the study without this analysis, or register another plan");
  }

  private Diagnostic tooFew(int present) {
    return Diagnostic.at(
        places.of("sample"),
        Rule.TOO_FEW_ANALYSED,
        "an analysis needs at least 3 participants, the rules leave " + present);
  }

  private static int present(Headcount headcount, SampleResult result) {
    return headcount.of() == Scope.ENROLLED ? result.enrolled().size() : result.analysed().size();
  }
}
