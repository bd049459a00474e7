package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds models that were fitted with other columns than the plan's terms, or in another order. */
final class ChangedTerms implements DeviationDetector {
  /** How the columns of a fit differ from the planned ones. */
  private record Difference(List<String> missing, List<String> extra) {}

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var terms = evidence.terms();
    var found = new ArrayList<Deviation>();
    for (var spec : evidence.models()) {
      evidence
          .first(TraceEvents.FIT, spec.name())
          .flatMap(fit -> judge(spec, fit, terms, evidence))
          .ifPresent(found::add);
      evidence.of(TraceEvents.DESIGN, spec.name()).stream()
          .flatMap(design -> judge(spec, design, terms, evidence).stream())
          .findFirst()
          .filter(finding -> !isKnown(found, spec.name()))
          .ifPresent(found::add);
    }
    return Stream.concat(found.stream(), untold(evidence));
  }

  /** Models of which events tell, and none of them the columns. */
  private static Stream<Finding> untold(Evidence evidence) {
    return evidence.models().stream()
        .map(ModelSpec::name)
        .filter(
            name -> {
              var events =
                  Stream.of(TraceEvents.FIT, TraceEvents.DESIGN)
                      .flatMap(type -> evidence.of(type, name).stream())
                      .toList();
              return !events.isEmpty()
                  && events.stream().allMatch(event -> event.texts("columns").isEmpty());
            })
        .map(name -> new Gap(PlanPaths.model(name, "terms"), "`columns` in the event `design`"));
  }

  private static boolean isKnown(List<Deviation> found, String name) {
    return found.stream().anyMatch(each -> each.modelName().equals(Optional.of(name)));
  }

  private static Optional<Deviation> judge(
      ModelSpec spec, TraceEvent event, PlannedTerms terms, Evidence evidence) {
    var planned = terms.of(spec);
    var told = event.texts("columns");
    if (told.filter(columns -> !PlannedTerms.matches(planned, columns)).isEmpty()) {
      return Optional.empty();
    }
    var columns = told.get();
    var difference = difference(planned, columns);
    return followsFromParent(spec, difference, terms, evidence)
        ? Optional.empty()
        : Optional.of(deviation(spec, event, planned, columns, difference));
  }

  private static Difference difference(List<String> planned, List<String> columns) {
    return new Difference(
        planned.stream().filter(t -> !PlannedTerms.isPattern(t) && !columns.contains(t)).toList(),
        columns.stream().filter(column -> !PlannedTerms.holds(planned, column)).toList());
  }

  /** A model inherits the terms of the one that it extends, and so what is wrong with them. */
  private static boolean followsFromParent(
      ModelSpec spec, Difference difference, PlannedTerms terms, Evidence evidence) {
    var parents = terms.chain(spec).stream().filter(each -> !each.equals(spec));
    return parents.anyMatch(
        parent ->
            evidence
                .first(TraceEvents.FIT, parent.name())
                .map(fit -> difference(terms.of(parent), fit.texts("columns").orElse(List.of())))
                .filter(difference::equals)
                .filter(d -> !d.missing().isEmpty() || !d.extra().isEmpty())
                .isPresent());
  }

  private static Deviation deviation(
      ModelSpec spec,
      TraceEvent event,
      List<String> planned,
      List<String> columns,
      Difference difference) {
    var key = spec.terms().isEmpty() && !spec.add().isEmpty() ? "add" : "terms";
    return Deviation.of(
            Rule.CHANGED_TERMS,
            PlanPaths.model(spec.name(), key),
            DeviationSeverity.S3,
            "`" + spec.name() + "` was fitted " + phrase(difference))
        .values(TraceValue.texts(planned), TraceValue.texts(columns))
        .at(event)
        .inModel(spec.name())
        .note("a coefficient means what it means only beside the terms that were registered")
        .help("execute the plan as locked");
  }

  private static String phrase(Difference difference) {
    var without =
        difference.missing().isEmpty() ? "" : "without " + Phrasing.list(difference.missing());
    var with = difference.extra().isEmpty() ? "" : "with " + Phrasing.list(difference.extra());
    if (without.isEmpty() && with.isEmpty()) {
      return "with its terms in another order or number";
    }
    var and = without.isEmpty() || with.isEmpty() ? "" : " and ";
    return without + and + with + (with.isEmpty() ? "" : ", which it does not register");
  }
}
