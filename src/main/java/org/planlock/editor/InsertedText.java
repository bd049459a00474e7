package org.planlock.editor;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.syntax.notation.PlanNotation;

/**
 * How what is chosen from a list is written where the cursor is: each notation has its own quotes.
 *
 * @param quote that is open where the cursor is, or 0
 * @param afterColon whether a key stands before it
 */
record InsertedText(PlanNotation notation, int quote, boolean afterColon) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.()-]*|[0-9.]+");
  private static final Pattern PLAIN_YAML = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.()/-]*");
  private static final Pattern PLAIN_GROOVY = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");
  private static final Map<String, String> YES_NO = Map.of("true", "yes", "false", "no");

  /** What is open before an offset of a draft. */
  static InsertedText at(Draft draft, int from) {
    var source = draft.source();
    int start = draft.section(from).start();
    var open = draft.language().grain().open(source, start, from);
    boolean afterColon = source.slice(start, from).stripTrailing().endsWith(":");
    return new InsertedText(draft.language().notation(), open.quote(), afterColon);
  }

  /** A name: in quotes where it needs them and none are open. */
  String name(String name) {
    if (quote != 0) {
      return escaped(name, quote);
    }
    return switch (notation) {
      case YAML -> PLAIN_YAML.matcher(name).matches() ? name : quoted(name, '"');
      case PLAN -> PLAIN.matcher(name).matches() ? name : quoted(name, '"');
      case GROOVY -> PLAIN_GROOVY.matcher(name).matches() ? name : quoted(name, '\'');
    };
  }

  /** A word of the language where a value stands. */
  String word(String word) {
    return switch (notation) {
      case YAML -> word;
      case PLAN -> YES_NO.getOrDefault(word, word);
      case GROOVY -> YES_NO.containsKey(word) && quote == 0 ? word : name(word);
    };
  }

  /** A whole phrase. */
  String phrase(String phrase) {
    return notation == PlanNotation.GROOVY ? word(phrase) : phrase;
  }

  /** The opening of a call in an expression, which goes on behind it. */
  String function(String name) {
    return (notation == PlanNotation.GROOVY && quote == 0 ? "'" : "") + name + "(";
  }

  /** That nothing applies, and why; not within quotes. */
  Optional<String> notApplicable() {
    if (quote != 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (notation) {
          case YAML -> "{not_applicable: reason}";
          case PLAN -> "not_applicable because \"reason\"";
          case GROOVY -> afterColon ? "[not_applicable: 'reason']" : "not_applicable: 'reason'";
        });
  }

  private String quoted(String name, int sign) {
    var around = Character.toString(sign);
    return around + escaped(name, sign) + around;
  }

  private String escaped(String name, int sign) {
    var around = Character.toString(sign);
    return notation == PlanNotation.YAML && sign == '\''
        ? name.replace(around, around + around)
        : name.replace("\\", "\\\\").replace(around, "\\" + around);
  }
}
