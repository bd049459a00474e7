package org.planlock.syntax;

import java.math.BigDecimal;
import java.util.List;
import org.planlock.source.Span;

/**
 * What an expression says, before names and units are looked up.
 *
 * <p>Written forms, loosest first: {@code or}; {@code and}; {@code not}; comparisons ({@code < <= >
 * >= = == !=}, {@code x outside a .. b}, {@code x inside a .. b}, {@code x in (a, b)}); {@code +
 * -}; {@code * / %}; unary {@code -}; {@code ^}; {@code x at session}; calls, {@code at_least k of
 * (a, b, …)}, names, {@code a:b} terms, numbers with or without a unit ({@code 0.9 mm}, {@code 30
 * %}), text in quotes.
 */
public sealed interface ExpressionNode {
  /** Where it stands. */
  Span span();

  /** A name of a column, variable, model, session, level or the like. */
  record Name(String name, Span span) implements ExpressionNode {}

  /** An interaction term, its parents in the order written. */
  record Term(List<String> parents, Span span) implements ExpressionNode {
    public Term {
      parents = List.copyOf(parents);
    }
  }

  /** A number; {@code unit} is empty where none was written, and {@code %} for percent. */
  record Number(BigDecimal value, String unit, Span span) implements ExpressionNode {}

  /** Text in quotes. */
  record Text(String text, Span span) implements ExpressionNode {}

  /** {@code function(argument, …)}; {@code x'} is the call of {@code transpose}. */
  record Call(String function, List<ExpressionNode> arguments, Span span)
      implements ExpressionNode {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code value at session}. */
  record At(ExpressionNode value, String session, Span span) implements ExpressionNode {}

  /** {@code -x} or {@code not x}. */
  record Unary(String operator, ExpressionNode operand, Span span) implements ExpressionNode {}

  /**
   * {@code left operator right}; operators are {@code or and < <= > >= = != + - * / ^}; {@code ==}
   * is read as {@code =}.
   */
  record Binary(String operator, ExpressionNode left, ExpressionNode right, Span span)
      implements ExpressionNode {}

  /**
   * {@code value inside low .. high} or {@code value outside low .. high}; both ends are inside.
   */
  record Range(
      ExpressionNode value, boolean inside, ExpressionNode low, ExpressionNode high, Span span)
      implements ExpressionNode {}

  /** {@code value in (a, b, …)}. */
  record In(ExpressionNode value, List<ExpressionNode> options, Span span)
      implements ExpressionNode {
    public In {
      options = List.copyOf(options);
    }
  }

  /** {@code at_least k of (a, b, …)}. */
  record AtLeast(int count, List<ExpressionNode> conditions, Span span) implements ExpressionNode {
    public AtLeast {
      conditions = List.copyOf(conditions);
    }
  }
}
