package org.planlock.plan.expression;

import java.util.Optional;
import java.util.TreeSet;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.expression.Names.Occasion;
import org.planlock.plan.expression.Names.Role;
import org.planlock.syntax.ExpressionNode;

/** What single names are: values at their sessions, or words that may turn out to be levels. */
final class NameTypes {
  private final Names names;
  private final TypeFindings findings;

  NameTypes(Names names, TypeFindings findings) {
    this.names = names;
    this.findings = findings;
  }

  ValueType named(ExpressionNode node, String name, Optional<String> session) {
    var value = names.value(name);
    if (value.isEmpty()) {
      return new ValueType.Word(name);
    }
    var occasion = names.occasion(name);
    if (session.isEmpty() && occasion == Occasion.PER_SESSION) {
      findings.add(
          Diagnostic.at(
                  node.span(),
                  Rule.SESSION_MISSING,
                  "`" + name + "` has a value at each session, and none is named")
              .help("write " + sessionExample(name)));
    } else if (session.isPresent() && occasion == Occasion.ONCE) {
      findings.add(
          Diagnostic.at(
                  node.span(),
                  Rule.SESSION_MISSING,
                  "`" + name + "` has one value per participant, not one at each session")
              .help("leave out `at " + session.get() + "`"));
    }
    return value.get();
  }

  private String sessionExample(String name) {
    var sessions = new TreeSet<>(names.all(Role.SESSION));
    return sessions.isEmpty()
        ? "`" + name + " at` and the session"
        : "`" + name + " at " + sessions.first() + "`";
  }

  void session(ExpressionNode.At at, Optional<String> outer) {
    var sessions = names.all(Role.SESSION);
    if (!sessions.contains(at.session())) {
      var finding =
          Diagnostic.at(
              at.span(), Rule.UNDECLARED_SESSION, "there is no session `" + at.session() + "`");
      findings.add(TypeFindings.guess(finding, at.session(), sessions));
    } else if (outer.isPresent()) {
      findings.add(
          Diagnostic.at(
                  at.span(),
                  Rule.SESSION_MISSING,
                  "this is said to be at `" + at.session() + "` and at `" + outer.get() + "`")
              .help("name one session"));
    }
  }

  /** The type of an operand that must be a value; a word that names none is reported. */
  ValueType value(ExpressionNode node, ValueType type) {
    if (!(type instanceof ValueType.Word word)) {
      return type;
    }
    for (var role : Role.values()) {
      if (role != Role.VALUE && names.all(role).contains(word.word())) {
        findings.wrongKind(
            node,
            "`" + word.word() + "` is a " + role.word() + ", not a value",
            "name a column or a variable here");
        return ValueType.unknown();
      }
    }
    unknown(node, word.word());
    return ValueType.unknown();
  }

  private void unknown(ExpressionNode node, String name) {
    var finding =
        Diagnostic.at(
            node.span(), Rule.UNKNOWN_NAME, "there is no column or variable `" + name + "`");
    var function = Functions.find(name);
    findings.add(
        function.isPresent()
            ? finding.help("the function is written `" + function.get().usage() + "`")
            : TypeFindings.guess(finding, name, names.all(Role.VALUE)));
  }
}
