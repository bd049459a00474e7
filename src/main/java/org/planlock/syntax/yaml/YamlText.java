package org.planlock.syntax.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.planlock.syntax.PlanNode;

/**
 * Texts as YAML writes them: plain where every reader takes them for that text, in double quotes
 * elsewhere.
 */
final class YamlText {
  private static final Pattern PLAIN_START =
      Pattern.compile("[\\p{L}\\p{N}_./(+$\\\\;^].*|-[^\\s-].*", Pattern.DOTALL);
  private static final Pattern SPECIAL =
      Pattern.compile(": |:$| #|\\s\\s|[\\n\\t]|^---|^\\.\\.\\.|^\\s|\\s$");
  private static final Pattern SPECIAL_IN_FLOW = Pattern.compile("[\\[\\]{},:?]");
  private static final Set<String> OTHER_THINGS =
      Set.of("yes", "no", "on", "off", "y", "n", "null", "~");

  private YamlText() {}

  /** A text as a value; inside brackets more signs mean something. */
  static String plainOrQuoted(String text, boolean inFlow) {
    boolean plain =
        PLAIN_START.matcher(text).matches()
            && !SPECIAL.matcher(text).find()
            && !(inFlow && SPECIAL_IN_FLOW.matcher(text).find())
            && !OTHER_THINGS.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : quoted(text);
  }

  /** A value in brackets on one line. */
  static String flow(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar) {
      return plainOrQuoted(scalar.text(), true);
    }
    if (node instanceof PlanNode.Sequence sequence) {
      return sequence.items().stream()
          .map(YamlText::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return ((PlanNode.Mapping) node)
        .entries().stream()
            .map(entry -> plainOrQuoted(entry.key().text(), true) + ": " + flow(entry.value()))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(text.charAt(i));
      }
    }
    return quoted.append('"').toString();
  }
}
