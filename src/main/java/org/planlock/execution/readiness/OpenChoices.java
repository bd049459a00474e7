package org.planlock.execution.readiness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.Places;
import org.planlock.plan.Plan;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Scope;
import org.planlock.plan.value.Spelled;

/** Everything that a plan leaves open and its execution needs, in the order of the plan. */
public final class OpenChoices {
  private final List<OpenChoice> open = new ArrayList<>();

  private OpenChoices() {}

  /** The open choices of a plan. */
  public static List<OpenChoice> of(Plan plan) {
    var choices = new OpenChoices();
    new OpenSteps(choices).add(plan);
    new OpenModels(choices).add(plan);
    return List.copyOf(choices.open);
  }

  /** One finding for each open choice, for an execution that cannot ask. */
  public static List<Diagnostic> refusals(List<OpenChoice> open, Places places) {
    return open.stream().map(choice -> refusal(choice, places)).toList();
  }

  private static Diagnostic refusal(OpenChoice choice, Places places) {
    return Diagnostic.at(
            places.of(choice.path()),
            Rule.OPEN_CHOICE,
            "the plan leaves `" + choice.path() + "` open: " + choice.asked())
        .note("a choice that the plan does not make is never made silently")
        .help(
            "decide it with `--choose "
                + choice.path()
                + "=VALUE`, VALUE being "
                + String.join(" or ", choice.admissible().stream().map(v -> "`" + v + "`").toList())
                + "; the choice is recorded");
  }

  /** Asks if nothing is said; what does not apply is an answer. */
  void ask(Declared<?> said, String path, String asked, List<String> admissible) {
    if (said.isOpen()) {
      open.add(new OpenChoice(path, asked, admissible));
    }
  }

  /** Asks unless there is a value. */
  void need(Declared<?> said, String path, String asked, List<String> admissible) {
    if (said.stated().isEmpty()) {
      open.add(new OpenChoice(path, asked, admissible));
    }
  }

  /** The words for rows to learn from. */
  static List<String> scopes() {
    return Stream.of(Scope.ENROLLED, Scope.ANALYSIS_SET, Scope.TRAINING_FOLD)
        .map(Scope::word)
        .toList();
  }

  /** The words of an enumeration, as plans write them. */
  static List<String> words(Enum<?>... constants) {
    return Arrays.stream(constants)
        .map(
            each ->
                each instanceof Spelled spelled
                    ? spelled.spelling()
                    : each.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
