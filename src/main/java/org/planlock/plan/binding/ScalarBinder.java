package org.planlock.plan.binding;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.value.Decimal;
import org.planlock.syntax.PlanNode;

/** Reads single values: words, numbers, yes or no, and phrases. */
final class ScalarBinder {
  private static final Pattern SIGN = Pattern.compile("\\s*([-+*/(),])\\s*");
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("(?<![\\d.,])(\\d+),(\\d+)(?![\\d.,])");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Findings findings;
  private final NumberBinder numbers;

  ScalarBinder(Findings findings) {
    this.findings = findings;
    this.numbers = new NumberBinder(findings);
  }

  Optional<?> bind(Class<?> type, PlanNode.Scalar scalar, Limits limits) {
    if (type == String.class) {
      return text(scalar);
    }
    if (type == Decimal.class) {
      return numbers.decimal(scalar, limits);
    }
    if (type == int.class || type == Integer.class) {
      return numbers.whole(scalar, limits, Integer.MAX_VALUE).map(Long::intValue);
    }
    if (type == long.class || type == Long.class) {
      return numbers.whole(scalar, limits, (1L << 53) - 1);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(scalar);
    }
    return type.isEnum() ? word(type, scalar) : phrase(type, scalar);
  }

  private Optional<String> text(PlanNode.Scalar scalar) {
    var text = Phrases.spaced(scalar.text());
    return text.isEmpty() && !scalar.text().isEmpty()
        ? findings.add(
            Diagnostic.at(scalar.span(), Rule.WRONG_SHAPE, "here stands nothing but spaces"))
        : Optional.of(text);
  }

  private Optional<Boolean> truth(PlanNode.Scalar scalar) {
    var text = scalar.text().strip();
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(Boolean.valueOf(text));
    }
    var meant =
        Map.of(
            "yes", "true", "on", "true", "y", "true", "no", "false", "off", "false", "n", "false");
    var help =
        "write `" + meant.getOrDefault(text.toLowerCase(Locale.ROOT), "true` or `false") + "`";
    return findings.add(
        Diagnostic.at(
                scalar.span(), Rule.UNKNOWN_WORD, "`" + text + "` is neither `true` nor `false`")
            .help(help));
  }

  private Optional<?> word(Class<?> type, PlanNode.Scalar scalar) {
    var text = Phrases.spaced(scalar.text());
    var words = Stream.of(type.getEnumConstants()).map(c -> (Enum<?>) c).toList();
    for (var constant : words) {
      if (Keys.word(constant).equals(text)) {
        return Optional.of(constant);
      }
    }
    var joined = joined(text);
    var match = words.stream().filter(c -> joined(Keys.word(c)).equals(joined)).findFirst();
    if (match.isPresent()) {
      return match;
    }
    var spellings = words.stream().map(Keys::word).toList();
    var unknown =
        Diagnostic.at(
            scalar.span(), Rule.UNKNOWN_WORD, "`" + text + "` is not a word that can stand here");
    var near = Nearest.to(text, spellings).map(word -> "did you mean `" + word + "`?");
    return findings.add(unknown.help(near.orElse("write one of " + Phrases.form(type))));
  }

  /** Spaces and underscores are one; around the signs of a formula spaces do not count. */
  private static String joined(String text) {
    return SPACES.matcher(SIGN.matcher(text).replaceAll("$1")).replaceAll("_");
  }

  private Optional<?> phrase(Class<?> type, PlanNode.Scalar scalar) {
    var read = Phrases.read(type, scalar.text());
    if (read.isPresent()) {
      return read;
    }
    var count = CountInPhrase.in(type, scalar);
    if (count.isPresent()
        && numbers.whole(count.get().number(), count.get().limits(), Integer.MAX_VALUE).isEmpty()) {
      return Optional.empty();
    }
    var text = Phrases.spaced(scalar.text());
    var pointed = DECIMAL_COMMA.matcher(text).replaceAll("$1.$2");
    boolean comma = !pointed.equals(text) && Phrases.read(type, pointed).isPresent();
    return findings.add(
        Diagnostic.at(scalar.span(), Rule.UNREADABLE_PHRASE, "`" + text + "` cannot be read here")
            .help("write " + (comma ? "`" + pointed + "`" : Phrases.form(type))));
  }
}
