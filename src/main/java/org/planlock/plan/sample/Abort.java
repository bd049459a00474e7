package org.planlock.plan.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Scope;
import org.planlock.plan.value.ShortForm;

/** When too few are left to go on. */
@Form("limits such as `below 8 per group in analysis_set`")
public record Abort(List<Limit> below, Optional<String> countedBy) implements ShortForm {
  /** The smallest number in a scope: of each arm, or of all. */
  public record Limit(Optional<Integer> perGroup, Optional<Integer> count, Scope in) {}

  private static final Pattern FORM =
      Pattern.compile("(?:below )?(\\d{1,9})( per group)? in ([a-z_]+)");

  /** Reads {@code below 6 per group in training_fold} and {@code below 10 in analysis_set}. */
  public static Optional<Abort> parse(String text) {
    var limits = new ArrayList<Limit>();
    for (var part : text.split(",")) {
      var match = FORM.matcher(part.strip());
      if (!match.matches()) {
        return Optional.empty();
      }
      var scope =
          Stream.of(Scope.values()).filter(s -> s.word().equals(match.group(3))).findFirst();
      if (scope.isEmpty()) {
        return Optional.empty();
      }
      var number = Optional.of(Integer.valueOf(match.group(1)));
      boolean grouped = match.group(2) != null;
      limits.add(
          new Limit(
              grouped ? number : Optional.empty(),
              grouped ? Optional.empty() : number,
              scope.get()));
    }
    return Optional.of(new Abort(limits, Optional.empty()));
  }

  @Override
  public Optional<String> shortForm() {
    return Optional.empty();
  }
}
