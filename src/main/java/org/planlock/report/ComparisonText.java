package org.planlock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.deviation.Agreement;
import org.planlock.deviation.Judgement;
import org.planlock.deviation.Labels;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvents;

/** An analysis that some program made beside its locked plan, as people read it. */
public record ComparisonText(Style style) {
  /** Who analysed what, what may be called confirmatory, deviations, gaps, and the verdict. */
  public String of(Trace trace, Judgement judgement, Agreement agreement) {
    return "analysis "
        + tool(trace)
        + "\n"
        + "sample   "
        + count(trace, TraceEvents.ENROLLED)
        + " enrolled, "
        + count(trace, TraceEvents.SAMPLE)
        + " analysed\n"
        + "label    "
        + judgement.labels().overall().word()
        + "\n"
        + new DeviationText(style).onTrust(judgement)
        + "\n"
        + labels(judgement.labels())
        + new LostLabels(judgement).lines()
        + agreement(agreement)
        + new DeviationText(style).of(judgement);
  }

  /** The one line about a lock that was altered. */
  public String altered(Judgement judgement) {
    return new DeviationText(style).of(judgement);
  }

  private static String tool(Trace trace) {
    var tool = trace.first(TraceEvents.START).flatMap(start -> start.object("tool"));
    return Visible.text(
        tool.flatMap(t -> t.text("name")).orElse("of an unnamed program")
            + tool.flatMap(t -> t.text("version")).map(v -> " " + v).orElse(""));
  }

  private static String count(Trace trace, String type) {
    return trace
        .first(type)
        .flatMap(event -> event.texts("ids"))
        .map(ids -> ids.size() + "")
        .orElse("?");
  }

  private String labels(Labels labels) {
    var lines =
        Stream.concat(labels.models().stream(), labels.hypotheses().stream())
            .map(ComparisonText::line)
            .toList();
    return lines.isEmpty() ? "" : FittedTable.of(lines, style.width()) + "\n";
  }

  private String agreement(Agreement agreement) {
    if (agreement.lines().isEmpty()) {
      return "";
    }
    var lines = new ArrayList<List<String>>();
    for (var one : agreement.lines()) {
      var apart =
          Double.isNaN(one.apart()) || one.said().startsWith("not")
              ? ""
              : String.format(Locale.ROOT, "%.1e of the largest apart", one.apart());
      lines.add(List.of(Visible.text(one.modelName()), one.step(), one.said(), apart));
    }
    return FittedTable.of(lines, style.width())
        + "numbers are the same within "
        + agreement.tolerance()
        + "\n\n";
  }

  private static List<String> line(Labels.Of one) {
    var lost = one.labelLostTo().stream().collect(Collectors.joining(", "));
    return List.of(
        Visible.text(one.name()), one.label().word() + (lost.isEmpty() ? "" : " (" + lost + ")"));
  }
}
