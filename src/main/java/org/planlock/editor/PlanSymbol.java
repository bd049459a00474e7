package org.planlock.editor;

import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.plan.binding.NameKind;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Something that a plan gives a name.
 *
 * @param name as it is written; a template such as {@code d_(measure)} stands for several names
 * @param place where its name is written first
 * @param item the whole of what it names, as it is written
 */
public record PlanSymbol(NameKind kind, String name, Span place, PlanNode item) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\(([A-Za-z_][A-Za-z0-9_]*)\\)");

  /** The word in brackets of a template. */
  Optional<String> placeholder() {
    var found = PLACEHOLDER.matcher(name);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** What stands for the placeholder in a name that the template makes, if it can make it. */
  Optional<String> valueIn(String made) {
    var found = PLACEHOLDER.matcher(name);
    if (!found.find()) {
      return Optional.empty();
    }
    var before = name.substring(0, found.start());
    var after = name.substring(found.end());
    boolean fits =
        made.length() > before.length() + after.length()
            && made.startsWith(before)
            && made.endsWith(after);
    return fits
        ? Optional.of(made.substring(before.length(), made.length() - after.length()))
            .filter(value -> !value.contains("("))
        : Optional.empty();
  }

  /** Where in a made name the value begins. */
  int valueAt() {
    return name.indexOf('(');
  }

  /** The name that the template makes of a value. */
  static String made(String template, String value) {
    var found = PLACEHOLDER.matcher(template);
    return found.find()
        ? template.substring(0, found.start()) + value + template.substring(found.end())
        : template;
  }
}
