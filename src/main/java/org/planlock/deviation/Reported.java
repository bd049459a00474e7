package org.planlock.deviation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceValue;

/**
 * A results file that lies with a trace, as it is compared with what plan and trace come to.
 *
 * @param name as messages call it
 * @param fields its members, {@code planlock-results/1}
 */
public record Reported(String name, TraceValue.Fields fields) {
  /** The findings about results that are not those of plan and trace. */
  static final Set<Rule> RULES =
      Set.of(
          Rule.UNREPORTED_MODEL,
          Rule.UNREPORTED_HYPOTHESIS,
          Rule.UNREPORTED_PART,
          Rule.UNREPORTED_DEVIATION,
          Rule.UNREGISTERED_RESULT,
          Rule.ALTERED_VERDICT,
          Rule.ALTERED_CONCLUSION,
          Rule.UNEARNED_LABEL,
          Rule.SWAPPED_SCORE,
          Rule.ALTERED_NUMBER);

  private static final TraceValue.Fields NOTHING = new TraceValue.Fields(Map.of());

  /** The objects of a list; none where the list is missing or holds anything else. */
  List<TraceValue.Fields> each(String list) {
    return fields.objects(list).orElse(List.of());
  }

  /** What it gives of a model. */
  Optional<TraceValue.Fields> model(String modelName) {
    return named("models", "name", modelName);
  }

  /** What it gives of a hypothesis. */
  Optional<TraceValue.Fields> hypothesis(String id) {
    return named("hypotheses", "id", id);
  }

  private Optional<TraceValue.Fields> named(String list, String key, String name) {
    return each(list).stream()
        .filter(one -> one.text(key).filter(name::equals).isPresent())
        .findFirst();
  }

  /** A member that is an object; one without members where it is missing. */
  static TraceValue.Fields part(TraceValue.Fields fields, String name) {
    return fields.object(name).orElse(NOTHING);
  }

  /** Whether labels were dealt anew, so that nothing in it is a result. */
  boolean isBlind() {
    return fields.value("blind").isPresent();
  }

  /** Whether it names the plan, and the lock, that are judged. */
  boolean isOf(Evidence evidence) {
    var lock = evidence.lock().map(known -> known.sha256().toString());
    return fields.text("plan").equals(evidence.planDigest()) && fields.text("lock").equals(lock);
  }

  /** A deviation of what was reported, and which file reports it. */
  Deviation deviation(Rule rule, String path, DeviationSeverity floor, String message) {
    return Deviation.of(rule, path, floor, message)
        .note("read in `" + name + "`")
        .help("report the results as the analysis gave them");
  }
}
