package org.planlock.plan.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.value.Declared;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Reads keys with values into records, and chooses between the alternatives of a sealed interface.
 */
final class RecordBinder {
  private final TypeBinder types;
  private final Findings findings;
  private final KnownRecords known;

  RecordBinder(TypeBinder types, Findings findings, KnownRecords known) {
    this.types = types;
    this.findings = findings;
    this.known = known;
  }

  Optional<?> bind(Class<?> type, PlanNode node) {
    if (!(node instanceof PlanNode.Mapping mapping)) {
      return findings.add(
          Diagnostic.at(
                  node.span(),
                  Rule.WRONG_SHAPE,
                  "here stands "
                      + (node instanceof PlanNode.Sequence ? "a list" : "one value")
                      + ", not keys with values")
              .help("write some of the keys " + keys(type)));
    }
    var before = known.bound(mapping, type);
    return before.isPresent() ? before : anew(type, mapping);
  }

  private Optional<?> anew(Class<?> type, PlanNode.Mapping mapping) {
    boolean sound = reportUnknown(type, mapping);
    var components = Components.of(type);
    var values = new Object[components.size()];
    for (int i = 0; i < components.size(); i++) {
      var value = component(components.get(i), mapping);
      sound &= value.isPresent();
      values[i] = value.isPresent() ? value.get() : "";
    }
    if (!sound) {
      return Optional.empty();
    }
    var value = Components.create(type, values);
    known.keepBound(mapping, value);
    return Optional.of(value);
  }

  Optional<?> bindAlternative(Class<?> sealed, PlanNode node) {
    for (var permitted : Alternatives.of(sealed)) {
      if (permitted.isRecord() && fits(permitted, node)) {
        return node instanceof PlanNode.Mapping ? bind(permitted, node) : list(permitted, node);
      }
    }
    var deciding =
        Alternatives.of(sealed).stream()
            .filter(Class::isRecord)
            .map(RecordBinder::decidingKey)
            .map(key -> "`" + key + "`");
    return findings.add(
        Diagnostic.at(node.span(), Rule.WRONG_SHAPE, "nothing here says what this is")
            .help("write one of the keys " + deciding.collect(Collectors.joining(", "))));
  }

  private Optional<?> list(Class<?> alternative, PlanNode node) {
    var component = Components.of(alternative).get(0);
    return types
        .bind(component.type(), node, component.limits())
        .map(items -> Components.create(alternative, new Object[] {items}));
  }

  /** Whether what stands somewhere is this alternative and no other. */
  static boolean fits(Class<?> alternative, @Nullable PlanNode node) {
    if (node instanceof PlanNode.Mapping mapping) {
      return mapping.get(decidingKey(alternative)).isPresent();
    }
    return node != null && isListed(alternative);
  }

  /** Whether an alternative is written as a bare list. */
  static boolean isListed(Class<?> alternative) {
    var components = Components.of(alternative);
    return components.size() == 1
        && components.get(0).raw() == List.class
        && Alternatives.isOne(alternative);
  }

  /** Whether the key of a component tells its type from the alternatives. */
  static boolean isDecidingKey(Class<?> type, Component component) {
    return Alternatives.isOne(type) && decidingKey(type).equals(component.key());
  }

  private static String decidingKey(Class<?> alternative) {
    var components = Components.of(alternative);
    boolean numbered = components.size() > 1 && components.get(0).name().equals("step");
    return components.get(numbered ? 1 : 0).key();
  }

  private Optional<?> component(Component component, PlanNode.Mapping mapping) {
    var written = mapping.get(component.key());
    if (written.isPresent()) {
      return types.bind(component.type(), written.get(), component.limits());
    }
    if (component.technical().isPresent()) {
      var value = defaulted(component.technical().get());
      return types.bind(component.type(), value, component.limits());
    }
    var type = component.raw();
    if (type == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (type == Declared.class) {
      return Optional.of(Declared.open());
    }
    if (type == List.class) {
      return Optional.of(List.of());
    }
    return findings.add(
        Diagnostic.at(
                start(mapping),
                Rule.MISSING_KEY,
                "the key `" + component.key() + "` is missing here")
            .help("add `" + component.key() + "`: " + Phrases.form(type)));
  }

  private static Span start(PlanNode.Mapping mapping) {
    return mapping.entries().isEmpty() ? mapping.span() : mapping.entries().get(0).key().span();
  }

  private static PlanNode defaulted(String text) {
    var nowhere = Span.none("default");
    return text.equals("{}")
        ? new PlanNode.Mapping(List.of(), nowhere)
        : new PlanNode.Scalar(text, nowhere);
  }

  private boolean reportUnknown(Class<?> type, PlanNode.Mapping mapping) {
    var unknown = new ArrayList<PlanNode.Scalar>();
    for (var entry : mapping.entries()) {
      if (Components.under(type, entry.key().text()).isEmpty()) {
        unknown.add(entry.key());
      }
    }
    unknown.stream().limit(5).forEach(key -> findings.add(unknownKey(key, type)));
    return unknown.isEmpty();
  }

  private static Diagnostic unknownKey(PlanNode.Scalar key, Class<?> type) {
    var known = Components.of(type).stream().map(Component::key).toList();
    var found =
        Diagnostic.at(
            key.span(), Rule.UNKNOWN_KEY, "`" + key.text() + "` is not a key that can stand here");
    var foreign = ForeignWords.meaning(key.text(), known);
    if (foreign.isPresent()) {
      return found.help(foreign.get());
    }
    return found.help(
        Nearest.to(key.text(), known)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("the keys here are " + keys(type)));
  }

  private static String keys(Class<?> type) {
    return Components.of(type).stream()
        .map(component -> "`" + component.key() + "`")
        .collect(Collectors.joining(", "));
  }
}
