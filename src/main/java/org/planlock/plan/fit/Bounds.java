package org.planlock.plan.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/**
 * Between which values coefficients are held, each in the outcome's units per unit of its column.
 *
 * @param ranges one after the other, a later one in place of an earlier one; none where nothing is
 *     held back
 * @param otherwise words that say something else, which are kept and not carried out
 */
@Form(
    "`none`, `0 .. infinity`, or ranges for terms such as `0 .. infinity for group and -1 .. 1 for age, sex`")
public record Bounds(List<Range> ranges, Optional<String> otherwise) implements Phrase {
  public Bounds {
    ranges = List.copyOf(ranges);
  }

  /** One end of a range; nothing is infinity. */
  public record Range(Optional<Decimal> low, Optional<Decimal> high, List<String> forTerms) {
    public Range {
      forTerms = List.copyOf(forTerms);
    }

    /** The lower end, 0 or less, or -infinity. */
    public double lowest() {
      return low.map(Decimal::toDouble).orElse(Double.NEGATIVE_INFINITY);
    }

    /** The upper end, 0 or more, or infinity. */
    public double highest() {
      return high.map(Decimal::toDouble).orElse(Double.POSITIVE_INFINITY);
    }

    private static Optional<Range> parse(String text) {
      var parts = text.split(" for ", 2);
      var ends = parts[0].split("\\s*\\.\\.\\s*", -1);
      var terms =
          parts.length == 1
              ? List.<String>of()
              : Stream.of(parts[1].split(",", -1)).map(String::strip).toList();
      if (ends.length != 2 || terms.contains("")) {
        return Optional.empty();
      }
      var low = end(ends[0]);
      var high = end(ends[1]);
      boolean sound =
          (low.isPresent() || ends[0].strip().matches("- ?infinity"))
              && (high.isPresent() || ends[1].strip().equals("infinity"));
      return sound
          ? Optional.of(new Range(low, high, terms))
              .filter(r -> r.lowest() <= 0 && r.highest() >= 0)
          : Optional.empty();
    }

    private static Optional<Decimal> end(String text) {
      return Decimal.parse(text.strip().replaceFirst("^- ", "-"));
    }

    private String text() {
      return low.map(Decimal::text).orElse("-infinity")
          + " .. "
          + high.map(Decimal::text).orElse("infinity")
          + (forTerms.isEmpty() ? "" : " for " + String.join(", ", forTerms));
    }
  }

  /** Reads {@code none}, ranges that hold 0, and words without any range. */
  public static Optional<Bounds> parse(String text) {
    if (text.equals("none")) {
      return Optional.of(new Bounds(List.of(), Optional.empty()));
    }
    if (!text.contains("..")) {
      return Optional.of(new Bounds(List.of(), Optional.of(text)));
    }
    var ranges = new ArrayList<Range>();
    for (var part : text.split(" and ", -1)) {
      var range = Range.parse(part);
      if (range.isEmpty()) {
        return Optional.empty();
      }
      ranges.add(range.get());
    }
    return Optional.of(new Bounds(ranges, Optional.empty()));
  }

  @Override
  public String text() {
    return otherwise.orElseGet(
        () ->
            ranges.isEmpty()
                ? "none"
                : ranges.stream().map(Range::text).collect(Collectors.joining(" and ")));
  }
}
