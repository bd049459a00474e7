package org.planlock.execution.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.Places;
import org.planlock.plan.Plan;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.sample.Flow;
import org.planlock.plan.sample.SampleRule;
import org.planlock.source.Span;
import org.planlock.trace.TraceSink;

/**
 * Decides who is analysed: the rules in their order, complete cases, then what the command line
 * asks; who leaves has one reason, the first.
 */
public final class SampleSelection {
  private static final int STAYS = -1;
  private static final int LISTED = 5;

  private final Plan plan;
  private final Places places;
  private final Frame frame;
  private final SampleRequest request;
  private final List<Diagnostic> found = new ArrayList<>();

  /** A selection among everybody enrolled. */
  public SampleSelection(Plan plan, Places places, Frame frame, SampleRequest request) {
    this.plan = plan;
    this.places = places;
    this.frame = frame;
    this.request = request;
  }

  /** Who is analysed, recorded; or why nobody can be, or must not be yet. */
  public Checked<SampleResult> select(TraceSink trace) {
    var values = new RawValues(plan, places, frame);
    names(values);
    if (!found.isEmpty()) {
      return Checked.failed(found);
    }
    var removals =
        new ArrayList<>(new RuleRemovals(plan, values, frame.participants().size()).all());
    request
        .excluded()
        .forEach((id, because) -> override("--exclude", id, because).ifPresent(removals::add));
    request
        .scripted()
        .forEach((id, because) -> override("script", id, because).ifPresent(removals::add));
    var leftBy = leftBy(removals);
    var by = plan.sample().stated().flatMap(s -> s.flow().stated()).map(Flow::by);
    var flow = new FlowCount(removals, leftBy).by(by, frame, places.of("sample.flow"));
    found.addAll(flow.diagnostics());
    if (found.stream().anyMatch(Diagnostic::isError)) {
      return Checked.failed(found);
    }
    var result = result(removals, leftBy, flow.orThrow());
    found.addAll(new SampleSize(plan, places, frame, request.early()).check(result));
    new SampleRecord(plan, request, trace).write(result);
    return Checked.of(result, found);
  }

  private void names(RawValues values) {
    var unknown = new ExpressionNames(values);
    var early = new RuleNames(values.variables());
    plan.sample().stated().flatMap(s -> s.rules().stated()).orElse(List.of()).stream()
        .flatMap(rule -> condition(rule).stream())
        .map(Expression::node)
        .forEach(
            node -> {
              found.addAll(unknown.unknown(node));
              found.addAll(early.tooEarly(node));
            });
    plan.sample().stated().flatMap(s -> s.rows().stated()).stream()
        .flatMap(rows -> rows.completeOn().stream())
        .flatMap(name -> values.members(name).stream())
        .filter(name -> !name.contains(":") && values.column(name).isEmpty())
        .forEach(name -> found.addAll(frame.column(name, at("sample.rows")).diagnostics()));
  }

  private static Optional<Expression> condition(SampleRule rule) {
    if (rule instanceof SampleRule.Include include) {
      return Optional.of(include.include());
    }
    return rule instanceof SampleRule.Exclude exclude
        ? Optional.of(exclude.exclude())
        : Optional.empty();
  }

  private Optional<Removal> override(String asked, String id, String because) {
    var row = frame.row(id);
    if (row.isEmpty()) {
      var near = Nearest.to(id, frame.participants());
      var finding =
          Diagnostic.at(
              Span.none(asked),
              Rule.UNKNOWN_PARTICIPANT,
              "`" + id + "` is not enrolled, so cannot be left out");
      found.add(near.map(name -> finding.help("did you mean `" + name + "`?")).orElse(finding));
      return Optional.empty();
    }
    var leaving = new BitSet();
    leaving.set(row.get());
    return Optional.of(new Removal(asked, because, Departure.Origin.OVERRIDE, leaving, Map.of()));
  }

  private int[] leftBy(List<Removal> removals) {
    var leftBy = new int[frame.participants().size()];
    Arrays.fill(leftBy, STAYS);
    for (int rule = 0; rule < removals.size(); rule++) {
      var removal = removals.get(rule);
      undecided(removal, leftBy);
      for (int row = 0; row < leftBy.length; row++) {
        if (leftBy[row] == STAYS && removal.leaving().get(row)) {
          leftBy[row] = rule;
        }
      }
    }
    return leftBy;
  }

  private void undecided(Removal removal, int... leftBy) {
    var rows = removal.undecided().keySet().stream().filter(row -> leftBy[row] == STAYS).toList();
    if (rows.isEmpty()) {
      return;
    }
    var named = rows.stream().limit(LISTED).map(row -> frame.participants().get(row)).toList();
    var more = rows.size() > LISTED ? " and " + (rows.size() - LISTED) + " more" : "";
    found.add(
        Diagnostic.at(
                at(removal.rule()),
                Rule.RULE_UNDECIDED,
                "the rule `"
                    + removal.because()
                    + "` cannot decide about `"
                    + String.join("`, `", named)
                    + "`"
                    + more
                    + ": "
                    + removal.undecided().get(rows.get(0)))
            .note("who stays must follow from the plan alone")
            .help("say what a missing value means, as in `missing counts_as not_met`"));
  }

  private SampleResult result(List<Removal> removals, int[] leftBy, FlowTable flow) {
    var enrolled = frame.participants();
    var analysed =
        IntStream.range(0, leftBy.length)
            .filter(row -> leftBy[row] == STAYS)
            .mapToObj(enrolled::get)
            .toList();
    var departures = new ArrayList<Departure>();
    for (int row = 0; row < leftBy.length; row++) {
      if (leftBy[row] != STAYS) {
        var by = removals.get(leftBy[row]);
        departures.add(new Departure(enrolled.get(row), by.rule(), by.because(), by.origin()));
      }
    }
    return new SampleResult(enrolled, analysed, departures, flow);
  }

  private Span at(String path) {
    return places.of(path);
  }
}
