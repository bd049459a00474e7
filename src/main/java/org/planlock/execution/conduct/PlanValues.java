package org.planlock.execution.conduct;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.erdtman.jcs.NumberToJSON;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.trace.TraceValue;

/** The values of a canonical plan by path, as a trace holds them. */
final class PlanValues {
  private static final double LARGEST_INTEGER = 1L << 53;
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,3})?");

  private PlanValues() {}

  /** Every value of the plan, in its order. */
  static Map<String, TraceValue> of(PlanNode.Mapping canonical) {
    var values = new LinkedHashMap<String, TraceValue>();
    TreePaths.entries(canonical).forEach((path, node) -> values.put(path, value(node)));
    return values;
  }

  private static TraceValue value(PlanNode node) {
    if (node instanceof PlanNode.Sequence list) {
      return TraceValue.items(list.items().stream().map(PlanValues::value).toList());
    }
    if (node instanceof PlanNode.Mapping mapping) {
      var members = new LinkedHashMap<String, TraceValue>();
      mapping.entries().forEach(entry -> members.put(entry.key().text(), value(entry.value())));
      return TraceValue.fields(members);
    }
    return scalar(((PlanNode.Scalar) node).text());
  }

  /** A number only where the text is its shortest form, so that no digit and no zero is lost. */
  private static TraceValue scalar(String text) {
    if (text.equals("true") || text.equals("false")) {
      return TraceValue.of(text.equals("true"));
    }
    if (!NUMBER.matcher(text).matches()) {
      return TraceValue.of(text);
    }
    double number = Double.parseDouble(text);
    boolean kept = Math.abs(number) < LARGEST_INTEGER && shortest(number).equals(text);
    return kept ? TraceValue.of(number) : TraceValue.of(text);
  }

  private static String shortest(double number) {
    try {
      return NumberToJSON.serializeNumber(number);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
