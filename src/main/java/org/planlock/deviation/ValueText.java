package org.planlock.deviation;

import java.util.stream.Collectors;
import org.planlock.plan.value.Decimal;
import org.planlock.trace.TraceValue;

/** Values of a trace as people read them. */
public final class ValueText {
  private ValueText() {}

  /** The value on one line; numbers are shortest decimals, what is not there is {@code nothing}. */
  public static String of(TraceValue value) {
    if (value instanceof TraceValue.Text text) {
      return text.text();
    }
    if (value instanceof TraceValue.Number number) {
      return Decimal.of(number.value()).text();
    }
    if (value instanceof TraceValue.Truth truth) {
      return String.valueOf(truth.value());
    }
    if (value instanceof TraceValue.Items items) {
      return items.items().stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof TraceValue.Fields fields
        ? fields.members().entrySet().stream()
            .map(member -> member.getKey() + ": " + of(member.getValue()))
            .collect(Collectors.joining(", ", "{", "}"))
        : "nothing";
  }
}
