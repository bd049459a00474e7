package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;

/** What is said of declarations beside what the trace and the study's ledger show. */
final class DeclarationFindings {
  private DeclarationFindings() {}

  static Diagnostic notFound(Declaration claim, Span place, List<Deviation> deviations) {
    var finding =
        Diagnostic.at(
                place,
                Rule.DECLARED_NOT_FOUND,
                "`" + claim.subject() + "` is declared, but the trace shows no such deviation")
            .note("a declaration is not evidence that anything was done differently");
    return near(claim, deviations)
        .map(meant -> finding.help("did you mean `" + meant + "`?"))
        .orElse(finding)
        .help("check the path or the code, or remove the declaration");
  }

  private static Optional<String> near(Declaration claim, List<Deviation> deviations) {
    var paths =
        deviations.stream().filter(d -> !d.isDeclared()).map(Deviation::path).distinct().toList();
    return claim.path().flatMap(path -> Nearest.to(path, paths));
  }

  /** The value of the first of these keys that an entry of the file has, else the entry. */
  static Span place(PlanNode item, String... keys) {
    return item instanceof PlanNode.Mapping mapping
        ? Stream.of(keys)
            .<PlanNode>flatMap(key -> mapping.get(key).stream())
            .map(PlanNode::span)
            .findFirst()
            .orElse(item.span())
        : item.span();
  }

  /** What the time and the weight of a declaration are held against. */
  static List<Diagnostic> of(Deviation deviation, PlanNode item) {
    var found = new ArrayList<Diagnostic>();
    var disclosure = deviation.disclosure();
    var claim = disclosure.declaration().orElseThrow();
    if (disclosure.isContradicted()) {
      found.add(
          Diagnostic.at(
                  place(item, "timing", "path", "code"),
                  Rule.TIMING_CONTRADICTED,
                  "`"
                      + claim.subject()
                      + "` is declared as decided `"
                      + Phrasing.of(claim.timing())
                      + "`, and the ledger shows otherwise")
              .note(disclosure.evidence().orElse("") + ", and no declaration of it stands before")
              .note("it counts as `" + Phrasing.of(disclosure.timing()) + "`")
              .help("declare a deviation when it is decided: a blind execution records it too"));
    }
    var computed = LabelRules.computed(deviation.floor(), disclosure);
    claim
        .severity()
        .filter(claimed -> !claimed.isAtLeast(computed))
        .ifPresent(
            claimed -> found.add(lowered(claim, claimed, computed, place(item, "severity"))));
    return found;
  }

  private static Diagnostic lowered(
      Declaration claim, DeviationSeverity claimed, DeviationSeverity computed, Span place) {
    return Diagnostic.at(
            place,
            Rule.SEVERITY_LOWERED,
            "`" + claim.subject() + "` is declared as " + claimed + ", and weighs " + computed)
        .note(computed + ": " + computed.meaning())
        .note("what the evidence gives may be raised by a person, never lowered")
        .help("leave out `severity`, or write a graver one");
  }

  static Diagnostic twice(Deviation deviation, List<Span> places) {
    return Diagnostic.at(
            places.get(1),
            Rule.DECLARED_TWICE,
            "`" + deviation.path() + "` is declared a second time")
        .labelled(places.get(0), "declared here, and this one counts")
        .note("both declarations fit " + deviation.rule().code() + " at this place")
        .help("give each its `path`, `code` or `participant`, or remove one");
  }

  /** A path of which the plan knows neither the place nor the part around it. */
  static Optional<Diagnostic> misplaced(Declaration claim, Span place, PlanNode plan) {
    var path = claim.path().orElse("");
    if (path.isEmpty() || TreePaths.get(plan, path).isSound() || isPossible(path)) {
      return Optional.empty();
    }
    var names = new ArrayList<>(TreePaths.entries(plan).keySet());
    names.addAll(List.of("models", "hypotheses", "sample", "prepare", "data", "penalty"));
    var finding =
        Diagnostic.at(place, Rule.UNKNOWN_PATH, "the plan has no place `" + path + "`")
            .note("a path names a place in the plan, as messages show it");
    return Optional.of(
        Nearest.to(path, names)
            .map(near -> finding.help("did you mean `" + near + "`?"))
            .orElseGet(() -> finding.help("`plan execute` shows the path of each deviation")));
  }

  /** Open places, and models and hypotheses that the plan does not have, can be found too. */
  private static boolean isPossible(String path) {
    return path.matches("[a-z_]+([.\\[].*)?") && PlanPaths.isPart(path.replaceAll("[.\\[].*", ""));
  }
}
