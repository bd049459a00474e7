package org.planlock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/** The measured effect of what was done otherwise, in words. */
public record EffectWords(Optional<TraceValue.Fields> effect) {
  private static final String NOT_MEASURED = "not measured";
  private static final int LISTED = 6;

  /** The effect of one deviation, or that of all where it cannot be told apart. */
  public String on(TraceValue.Fields deviation) {
    if (effect.isEmpty()) {
      return NOT_MEASURED;
    }
    var alone =
        effect.get().objects("alone").orElse(List.of()).stream()
            .filter(one -> concerns(one, deviation))
            .findFirst();
    if (alone.isPresent()) {
      return alone
          .get()
          .object("difference")
          .map(difference -> "alone: " + words(difference))
          .orElseGet(() -> "alone it cannot be executed: " + because(alone.get()));
    }
    return NOT_MEASURED + " alone; see the effect of all together";
  }

  private static boolean concerns(TraceFields alone, TraceFields deviation) {
    var path = deviation.text("path").orElse("");
    return alone.text("participant").isPresent()
        ? alone.text("participant").equals(deviation.text("participant"))
        : alone.texts("paths").orElse(List.of()).contains(path);
  }

  /** One thing that was done otherwise, and what it does alone. */
  public static String alone(TraceValue.Fields one) {
    return one.text("intervention").orElse("")
        + ": "
        + one.object("difference")
            .map(EffectWords::words)
            .orElseGet(() -> "it cannot be executed, " + because(one));
  }

  /** The effect of all deviations together. */
  public static String summary(TraceValue.Fields effect) {
    var difference = effect.object("together");
    return difference
        .map(
            all ->
                "Effect of all that was set, left out or accepted together, against the locked plan"
                    + " on the same data: "
                    + words(all)
                    + ".")
        .orElseGet(() -> "The effect on results is not known: " + because(effect) + ".");
  }

  private static String because(TraceFields fields) {
    return fields.text("because").orElse("the planned branch did not run");
  }

  /** What differs, planned and done. */
  static String words(TraceFields difference) {
    var parts = new ArrayList<String>();
    for (var model : difference.objects("models").orElse(List.of())) {
      var moved = new ModelWords(model).words();
      if (!moved.isEmpty()) {
        parts.add(model.text("name").orElse("") + ": " + moved);
      }
    }
    for (var hypothesis : difference.objects("hypotheses").orElse(List.of())) {
      var planned = hypothesis.text("planned").orElse("absent");
      var done = hypothesis.text("done").orElse("absent");
      parts.add(
          hypothesis.text("id").orElse("")
              + (planned.equals(done) ? " stays " + done : " " + planned + " → " + done));
    }
    return parts.isEmpty() ? "no result differs" : String.join("; ", parts);
  }

  /** The first of many names, and how many more there are. */
  static String first(List<String> names) {
    return names.size() <= LISTED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, LISTED)) + " and " + (names.size() - LISTED) + " more";
  }
}
