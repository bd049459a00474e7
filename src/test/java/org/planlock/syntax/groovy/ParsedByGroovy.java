package org.planlock.syntax.groovy;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.groovy.parser.antlr4.AstBuilder;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.SourceUnit;

/** What Groovy's own parser takes a text for, and what our reader does, in the same letters. */
final class ParsedByGroovy {
  private ParsedByGroovy() {}

  /** The statements of a text, by Groovy; nothing of it is compiled. */
  static String script(String text) {
    var configuration = new CompilerConfiguration();
    var unit = new SourceUnit("plan", text, configuration, null, new ErrorCollector(configuration));
    return block(new AstBuilder(unit, false, false).buildAST().getStatementBlock());
  }

  private static String block(BlockStatement block) {
    return joined(block.getStatements().stream().map(ParsedByGroovy::statement).toList());
  }

  private static String statement(Statement statement) {
    if (statement instanceof ReturnStatement last) {
      return value(last.getExpression());
    }
    return value(((ExpressionStatement) statement).getExpression());
  }

  private static String value(Expression expression) {
    if (expression instanceof MethodCallExpression call) {
      if (!call.isImplicitThis()) {
        throw new AssertionError("called on something: " + call.getText());
      }
      return call.getMethodAsString() + "(" + arguments(call.getArguments()) + ")";
    }
    if (expression instanceof ClosureExpression closure) {
      // a closure without an arrow has no list of parameters, or an empty one for `it`
      if (closure.getParameters() != null && closure.getParameters().length > 0) {
        throw new AssertionError("parameters: " + closure.getText());
      }
      return "{" + block((BlockStatement) closure.getCode()) + "}";
    }
    if (expression instanceof ListExpression list) {
      return "[" + joined(list.getExpressions().stream().map(ParsedByGroovy::value).toList()) + "]";
    }
    if (expression instanceof MapExpression map) {
      return "[" + entries(map) + ":]";
    }
    if (expression instanceof UnaryMinusExpression minus) {
      return "-" + value(minus.getExpression());
    }
    if (expression instanceof ConstantExpression constant) {
      return literal(constant.getValue());
    }
    throw new AssertionError(expression.getClass() + ": " + expression.getText());
  }

  private static String arguments(Expression arguments) {
    if (arguments instanceof ArgumentListExpression list) {
      // named values beside others are a map in Groovy's tree, before them wherever they stand
      return joined(list.getExpressions().stream().map(ParsedByGroovy::value).toList());
    }
    return joined(
        ((TupleExpression) arguments)
            .getExpressions().stream().map(named -> entries((MapExpression) named)).toList());
  }

  private static String entries(MapExpression map) {
    return joined(map.getMapEntryExpressions().stream().map(ParsedByGroovy::entry).toList());
  }

  private static String entry(MapEntryExpression entry) {
    return ((ConstantExpression) entry.getKeyExpression()).getValue()
        + ": "
        + value(entry.getValueExpression());
  }

  private static String literal(Object value) {
    return value instanceof String text
        ? "'" + text + "'"
        : value instanceof Number number
            ? new java.math.BigDecimal(number.toString()).stripTrailingZeros().toString()
            : String.valueOf(value);
  }

  /** The statements of a text, by our reader. */
  static String read(List<org.planlock.syntax.groovy.Expression.Call> script) {
    return joined(script.stream().map(ParsedByGroovy::read).toList());
  }

  private static String read(org.planlock.syntax.groovy.Expression.Call call) {
    var parts = new java.util.ArrayList<String>();
    if (!call.named().isEmpty()) {
      boolean isAlone = call.values().isEmpty() && call.block().isEmpty();
      var named = readEntries(call.named());
      parts.add(isAlone ? named : "[" + named + ":]");
    }
    call.values().forEach(value -> parts.add(read(value)));
    call.block().ifPresent(block -> parts.add("{" + read(block) + "}"));
    return call.word() + "(" + joined(parts) + ")";
  }

  private static String readEntries(List<org.planlock.syntax.groovy.Expression.Argument> entries) {
    return joined(
        entries.stream().map(entry -> entry.name() + ": " + read(entry.value())).toList());
  }

  private static String read(org.planlock.syntax.groovy.Expression value) {
    if (value instanceof org.planlock.syntax.groovy.Expression.Listing list) {
      return "[" + joined(list.items().stream().map(ParsedByGroovy::read).toList()) + "]";
    }
    if (value instanceof org.planlock.syntax.groovy.Expression.Map map) {
      return "[" + readEntries(map.entries()) + ":]";
    }
    var literal = (org.planlock.syntax.groovy.Expression.Literal) value;
    var written = literal.span().text();
    boolean isText = written.startsWith("'") || written.startsWith("\"");
    return isText || literal.text().matches("true|false")
        ? isText ? "'" + literal.text() + "'" : literal.text()
        : new java.math.BigDecimal(literal.text()).stripTrailingZeros().toString();
  }

  private static String joined(List<String> parts) {
    return parts.stream().collect(Collectors.joining(", "));
  }
}
