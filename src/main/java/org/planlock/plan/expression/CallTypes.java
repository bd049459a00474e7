package org.planlock.plan.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.expression.FunctionSpec.Context;
import org.planlock.plan.expression.FunctionSpec.Parameter;
import org.planlock.plan.expression.Names.Role;
import org.planlock.plan.expression.UnitRules.Operand;
import org.planlock.syntax.ExpressionNode;

/** Whether functions exist here and get what they take, and what they give. */
final class CallTypes {
  private static final ValueType VERDICT =
      ValueType.levels(List.of("corroborated", "falsified", "inconclusive"));

  private final Context context;
  private final Names names;
  private final NameTypes nameTypes;
  private final OperatorTypes operators;
  private final TypeFindings findings;

  CallTypes(
      Context context,
      Names names,
      NameTypes nameTypes,
      OperatorTypes operators,
      TypeFindings findings) {
    this.context = context;
    this.names = names;
    this.nameTypes = nameTypes;
    this.operators = operators;
    this.findings = findings;
  }

  /** The type of a call whose arguments name things or that is wrong; else they come first. */
  Optional<ValueType> atOnce(ExpressionNode.Call call) {
    var function = Functions.find(call.function()).filter(f -> f.contexts().contains(context));
    if (function.isEmpty()) {
      findings.add(unknown(call));
      return Optional.of(ValueType.unknown());
    }
    if (!function.get().takes(call.arguments().size())) {
      findings.add(wrongCount(call, function.get()));
      return Optional.of(ValueType.unknown());
    }
    if (function.get().takesValues()) {
      return Optional.empty();
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      reference(call, function.get(), i);
    }
    return Optional.of(result(call, function.get()));
  }

  private Diagnostic unknown(ExpressionNode.Call call) {
    boolean elsewhere = Functions.find(call.function()).isPresent();
    var here = Functions.in(context).stream().map(FunctionSpec::name).toList();
    if (elsewhere) {
      return Diagnostic.at(
              call.span(), Rule.UNKNOWN_FUNCTION, "`" + call.function() + "` cannot stand here")
          .note(
              context == Context.ROW
                  ? "it speaks of results, and this is decided before there are any"
                  : "it speaks of single rows, and this is about the results")
          .help("known here are " + String.join(", ", here));
    }
    var finding =
        Diagnostic.at(
            call.span(), Rule.UNKNOWN_FUNCTION, "there is no function `" + call.function() + "`");
    var guessed = TypeFindings.guess(finding, call.function(), here);
    return guessed.helps().isEmpty()
        ? guessed.help("known here are " + String.join(", ", here))
        : guessed;
  }

  private static Diagnostic wrongCount(ExpressionNode.Call call, FunctionSpec function) {
    int needed = function.parameters().size();
    int given = call.arguments().size();
    return Diagnostic.at(
            call.span(),
            Rule.WRONG_ARGUMENTS,
            "`"
                + function.name()
                + "` takes "
                + (function.repeats() ? "at least " : "")
                + needed
                + (needed == 1 ? " argument" : " arguments")
                + ", and "
                + given
                + (given == 1 ? " is" : " are")
                + " given")
        .help("it is written `" + function.usage() + "`: " + function.description());
  }

  private void reference(ExpressionNode.Call call, FunctionSpec function, int index) {
    var node = call.arguments().get(index);
    var parameter = function.parameter(index);
    var name = nameOf(node);
    if (name.isEmpty()) {
      findings.wrongKind(
          node,
          "`"
              + function.name()
              + "` takes "
              + parameter.phrase()
              + " here, not "
              + TypeFindings.shown(node),
          "it is written `" + function.usage() + "`");
      return;
    }
    var known = known(parameter, call);
    if (!known.contains(name.get())) {
      var finding =
          Diagnostic.at(
              node.span(),
              Rule.UNKNOWN_NAME,
              "`"
                  + name.get()
                  + "` is not "
                  + parameter.phrase()
                  + " that `"
                  + function.name()
                  + "` can take");
      findings.add(TypeFindings.guess(finding, name.get(), known));
    }
  }

  private static Optional<String> nameOf(ExpressionNode node) {
    if (node instanceof ExpressionNode.Name name) {
      return Optional.of(name.name());
    }
    return node instanceof ExpressionNode.Term term
        ? Optional.of(String.join(":", term.parents()))
        : Optional.empty();
  }

  private Set<String> known(Parameter parameter, ExpressionNode.Call call) {
    return switch (parameter) {
      case MEASURE -> names.all(Role.MEASURE);
      case MODEL -> names.all(Role.MODEL);
      case HYPOTHESIS -> names.all(Role.HYPOTHESIS);
      case RUN -> Set.of("run");
      case SIGN -> Set.of("positive", "negative");
      case TERM ->
          nameOf(call.arguments().get(0))
              .filter(names.all(Role.MODEL)::contains)
              .map(names::terms)
              .orElseGet(() -> names.all(Role.TERM));
      default -> {
        var columns = new TreeSet<>(names.all(Role.VALUE));
        columns.addAll(names.all(Role.SET));
        yield columns;
      }
    };
  }

  /** The type of a call whose arguments are values. */
  ValueType from(ExpressionNode.Call call, List<ValueType> types) {
    var function = Functions.find(call.function()).orElseThrow();
    var who = "`" + function.name() + "`";
    var numbers = new ArrayList<Operand>();
    for (int i = 0; i < types.size(); i++) {
      var node = call.arguments().get(i);
      switch (function.parameter(i)) {
        case CONDITION -> operators.condition(node, types.get(i), who);
        case NUMBER ->
            operators
                .number(node, types.get(i), who)
                .ifPresent(number -> numbers.add(new Operand(node, number)));
        default -> nameTypes.value(node, types.get(i));
      }
    }
    if (function.result() == FunctionSpec.Result.BRANCH) {
      return branch(call, types);
    }
    boolean complete = numbers.size() == types.size();
    if (complete && function.name().startsWith("percent_")) {
      operators.together(call, numbers);
    }
    return complete && function.result() == FunctionSpec.Result.SAME_UNIT
        ? operators.together(call, numbers)
        : result(call, function);
  }

  private ValueType branch(ExpressionNode.Call call, List<ValueType> types) {
    var whenMet = call.arguments().get(1);
    var otherwise = call.arguments().get(2);
    if (types.get(1) instanceof ValueType.Number a && types.get(2) instanceof ValueType.Number b) {
      return operators.together(call, List.of(new Operand(whenMet, a), new Operand(otherwise, b)));
    }
    boolean open = open(types.get(1)) || open(types.get(2));
    if (!open && !types.get(1).getClass().equals(types.get(2).getClass())) {
      findings.wrongKind(
          call,
          "`if` gives " + types.get(1).phrase() + " or " + types.get(2).phrase(),
          "both ways must give values of one kind");
      return ValueType.unknown();
    }
    return open ? ValueType.unknown() : types.get(1);
  }

  private static boolean open(ValueType type) {
    return type instanceof ValueType.Word || type instanceof ValueType.Unknown;
  }

  private ValueType result(ExpressionNode.Call call, FunctionSpec function) {
    return switch (function.result()) {
      case TRUTH -> ValueType.truth();
      case VERDICT -> VERDICT;
      case FIXED_UNIT -> ValueType.number(Unit.parse(function.unit()));
      case UNIT_OF_PLAN ->
          new ValueType.Number(names.unit(function.name(), argumentNames(call)), false, false);
      default -> ValueType.number();
    };
  }

  private static List<String> argumentNames(ExpressionNode.Call call) {
    return call.arguments().stream().map(a -> nameOf(a).orElse("")).toList();
  }
}
