package org.planlock.plan.binding;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.value.Decimal;
import org.planlock.syntax.PlanNode;

/** Reads lists: several values, one value alone, a range of numbers, or none. */
final class ListBinder {
  private static final Pattern RANGE = Pattern.compile("(\\S+) ?\\.\\. ?(\\S+) by (\\S+)");

  private final TypeBinder types;
  private final Findings findings;

  ListBinder(TypeBinder types, Findings findings) {
    this.types = types;
    this.findings = findings;
  }

  Optional<?> bind(Type inner, PlanNode node, Limits limits) {
    if (node instanceof PlanNode.Scalar scalar) {
      return single(inner, scalar, limits);
    }
    if (node instanceof PlanNode.Mapping) {
      return findings.add(
          Diagnostic.at(node.span(), Rule.WRONG_SHAPE, "here stand keys with values, not a list")
              .help("write a list, one item a line after `- `"));
    }
    var list = (PlanNode.Sequence) node;
    if (inner == Decimal.class) {
      var joined = new CommaWithoutBlank(list, limits).find();
      if (joined.isPresent()) {
        return findings.add(joined.get());
      }
    }
    var items = list.items();
    var values = new ArrayList<Object>();
    items.forEach(item -> types.bind(inner, item, limits).ifPresent(values::add));
    if (values.size() < items.size()) {
      return Optional.empty();
    }
    return repeated(values, items)
        ? Optional.empty()
        : Optional.of(limits.set() ? sorted(values) : List.copyOf(values));
  }

  private Optional<?> single(Type inner, PlanNode.Scalar scalar, Limits limits) {
    var text = Phrases.spaced(scalar.text());
    if (text.equals("none")) {
      return Optional.of(List.of());
    }
    var range = RANGE.matcher(text);
    if (limits.gridPhrase() && range.matches()) {
      return stepped(scalar, range, limits);
    }
    return types.bind(inner, scalar, limits).map(List::of);
  }

  private Optional<List<Decimal>> stepped(PlanNode.Scalar scalar, Matcher range, Limits limits) {
    var low = Decimal.parse(range.group(1));
    var high = Decimal.parse(range.group(2));
    var step = Decimal.parse(range.group(3));
    if (low.isEmpty()
        || high.isEmpty()
        || step.isEmpty()
        || step.get().value().signum() <= 0
        || high.get().compareTo(low.get()) < 0) {
      return findings.add(
          Diagnostic.at(
                  scalar.span(),
                  Rule.UNREADABLE_PHRASE,
                  "`" + scalar.text().strip() + "` is not a range of numbers")
              .help("write it as `0.1 .. 1.0 by 0.1`"));
    }
    var count =
        high.get().value().subtract(low.get().value()).divideAndRemainder(step.get().value());
    if (count[1].signum() != 0 || count[0].compareTo(BigDecimal.valueOf(1000)) > 0) {
      return findings.add(
          Diagnostic.at(
                  scalar.span(),
                  Rule.UNREADABLE_PHRASE,
                  "steps of `"
                      + range.group(3)
                      + "` do not lead from `"
                      + range.group(1)
                      + "` to `"
                      + range.group(2)
                      + "`")
              .help("choose ends and a step that meet, or list the values"));
    }
    var values = new ArrayList<Decimal>();
    for (int i = 0; i <= count[0].intValue(); i++) {
      values.add(
          new Decimal(low.get().value().add(step.get().value().multiply(BigDecimal.valueOf(i)))));
    }
    if (values.stream().allMatch(value -> limits.allows(value.toDouble()))) {
      return Optional.of(values);
    }
    return findings.add(
        Diagnostic.at(
            scalar.span(),
            Rule.OUT_OF_RANGE,
            "`" + scalar.text().strip() + "` leaves its range: " + limits.words()));
  }

  private boolean repeated(List<Object> values, List<PlanNode> items) {
    var seen = new LinkedHashMap<Object, Integer>();
    boolean any = false;
    for (int i = 0; i < values.size(); i++) {
      var name = Names.of(values.get(i));
      var earlier = name.isPresent() ? seen.putIfAbsent(name.get(), i) : null;
      if (earlier != null) {
        any = true;
        boolean plain = values.get(i) == name.get();
        findings.add(
            Diagnostic.at(
                    items.get(i).span(),
                    plain ? Rule.DUPLICATE_ITEM : Rule.DUPLICATE_NAME,
                    "`" + name.get() + "` stands here a second time")
                .labelled(items.get(earlier).span(), "first here")
                .help(plain ? "leave one of them out" : "give each a name of its own"));
      }
    }
    return any;
  }

  private static List<Object> sorted(List<Object> values) {
    return values.stream()
        .sorted(
            java.util.Comparator.comparing(
                value -> value instanceof Enum<?> word ? Keys.word(word) : value.toString()))
        .toList();
  }
}
