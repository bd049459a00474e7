package org.planlock.plan.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.TreeValue;
import org.planlock.syntax.ExpressionNode;
import org.planlock.syntax.PlanNode;

/**
 * Gives a tree its meaning as a value of a type; the records of {@code plan} are the whole
 * vocabulary.
 */
public final class TypeBinder {
  private final Findings findings;
  private final ScalarBinder scalars;
  private final ListBinder lists;
  private final RecordBinder records;

  /** A binder that reads expressions in the given way. */
  public TypeBinder(Function<PlanNode.Scalar, Checked<ExpressionNode>> expressions) {
    this(expressions, new KnownRecords());
  }

  /** The same, which binds no node again whose record is known. */
  public TypeBinder(
      Function<PlanNode.Scalar, Checked<ExpressionNode>> expressions, KnownRecords known) {
    this.findings = new Findings(expressions);
    this.scalars = new ScalarBinder(findings);
    this.lists = new ListBinder(this, findings);
    this.records = new RecordBinder(this, findings, known);
  }

  /** The value of a record type that a tree says, with every mistake in it. */
  public <T> Checked<T> bind(Class<T> type, PlanNode node) {
    var value = bind(type, node, Limits.NONE);
    var found = findings.all();
    return value.isEmpty() ? Checked.failed(found) : Checked.of(type.cast(value.get()), found);
  }

  /** What stands under the key of a component, with every mistake in it. */
  Checked<Object> bindComponent(RecordComponent component, PlanNode node) {
    var value = bind(component.getGenericType(), node, Limits.of(component));
    var found = findings.all();
    return value.isEmpty() ? Checked.failed(found) : Checked.of(value.get(), found);
  }

  /** The value of any supported type, or empty after reporting why not. */
  Optional<?> bind(Type type, PlanNode node, Limits limits) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, node, limits);
    }
    var plain = (Class<?>) type;
    if (plain == TreeValue.class) {
      return Optional.of(new TreeValue(node));
    }
    if (plain == Expression.class) {
      return expression(node);
    }
    if (plain.isRecord() && !(node instanceof PlanNode.Scalar && Phrases.isReadable(plain))) {
      return records.bind(plain, node);
    }
    if (Alternatives.has(plain)) {
      return records.bindAlternative(plain, node);
    }
    return node instanceof PlanNode.Scalar scalar
        ? scalars.bind(plain, scalar, limits)
        : wrongShape(node, plain);
  }

  private Optional<?> generic(ParameterizedType type, PlanNode node, Limits limits) {
    var inner = type.getActualTypeArguments()[0];
    if (type.getRawType() == List.class) {
      return lists.bind(inner, node, limits);
    }
    if (type.getRawType() == Optional.class) {
      return optional(bind(inner, node, limits));
    }
    return declared(inner, node, limits);
  }

  private static Optional<?> optional(Optional<?> value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private Optional<?> declared(Type inner, PlanNode node, Limits limits) {
    if (node instanceof PlanNode.Mapping mapping && mapping.entries().size() == 1) {
      var reason = mapping.get("not_applicable");
      if (reason.isPresent()) {
        return reason(reason.get()).map(Declared.NotApplicable::new);
      }
    }
    return bind(inner, node, limits).map(Declared.Stated::new);
  }

  private Optional<String> reason(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(Phrases.spaced(scalar.text()));
    }
    return findings.add(
        Diagnostic.at(node.span(), Rule.REASON_MISSING, "`not_applicable` has no reason")
            .help(
                "say why in a few words, such as `not_applicable because \"no model is chosen after seeing a pair\"`"));
  }

  private Optional<Expression> expression(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar) {
      return findings.expression(scalar).map(Expression::of);
    }
    if (node instanceof PlanNode.Mapping mapping && mapping.entries().size() == 1) {
      var entry = mapping.entries().get(0);
      var joint =
          entry.key().text().equals("all") ? "and" : entry.key().text().equals("any") ? "or" : "";
      if (!joint.isEmpty()
          && entry.value() instanceof PlanNode.Sequence parts
          && !parts.items().isEmpty()) {
        return joined(joint, parts);
      }
    }
    return findings.add(
        Diagnostic.at(
                node.span(),
                Rule.WRONG_SHAPE,
                "an expression stands as text, or as `all` or `any` with a list")
            .help("write one condition, or `all: [condition, condition]`"));
  }

  private Optional<Expression> joined(String joint, PlanNode.Sequence parts) {
    ExpressionNode whole = null;
    boolean sound = true;
    for (var part : parts.items()) {
      var next = expression(part);
      sound &= next.isPresent();
      if (next.isPresent()) {
        whole =
            whole == null
                ? next.get().node()
                : new ExpressionNode.Binary(joint, whole, next.get().node(), parts.span());
      }
    }
    return sound && whole != null ? Optional.of(Expression.of(whole)) : Optional.empty();
  }

  private Optional<?> wrongShape(PlanNode node, Class<?> type) {
    var found = node instanceof PlanNode.Sequence ? "a list" : "keys with values";
    return findings.add(
        Diagnostic.at(node.span(), Rule.WRONG_SHAPE, "here stands " + found + ", not one value")
            .help("write " + Phrases.form(type)));
  }
}
