package org.planlock.syntax.dsl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.planlock.source.Span;
import org.planlock.syntax.ExpressionNode;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.dsl.grammar.PlanParser;
import org.planlock.syntax.dsl.grammar.PlanParser.AtLeastContext;
import org.planlock.syntax.dsl.grammar.PlanParser.CallContext;
import org.planlock.syntax.dsl.grammar.PlanParser.ComparedContext;
import org.planlock.syntax.dsl.grammar.PlanParser.ComparisonContext;
import org.planlock.syntax.dsl.grammar.PlanParser.ContainedContext;
import org.planlock.syntax.dsl.grammar.PlanParser.ExpressionContext;
import org.planlock.syntax.dsl.grammar.PlanParser.GroupedContext;
import org.planlock.syntax.dsl.grammar.PlanParser.NegationContext;
import org.planlock.syntax.dsl.grammar.PlanParser.NumberContext;
import org.planlock.syntax.dsl.grammar.PlanParser.PowerContext;
import org.planlock.syntax.dsl.grammar.PlanParser.PrimaryContext;
import org.planlock.syntax.dsl.grammar.PlanParser.RangedContext;
import org.planlock.syntax.dsl.grammar.PlanParser.SignedContext;
import org.planlock.syntax.dsl.grammar.PlanParser.TermContext;
import org.planlock.syntax.dsl.grammar.PlanParser.TextContext;
import org.planlock.syntax.dsl.grammar.PlanParser.TransposedContext;
import org.planlock.syntax.dsl.grammar.PlanParser.VisitContext;

/**
 * Turns what the grammar recognised into expression nodes; chains of operators are folded, not
 * recursed into.
 */
final class ExpressionBuilder {
  private final PlanNode.Scalar scalar;

  ExpressionBuilder(PlanNode.Scalar scalar) {
    this.scalar = scalar;
  }

  ExpressionNode build(ExpressionContext context) {
    return chain(
        context,
        part -> chain((ParserRuleContext) part, negation -> negation((NegationContext) negation)));
  }

  private interface Operand {
    ExpressionNode read(ParseTree tree);
  }

  /** Operands with operators between them, grouped from the left. */
  private ExpressionNode chain(ParserRuleContext context, Operand operand) {
    ExpressionNode left = operand.read(context.getChild(0));
    for (int i = 1; i + 1 < context.getChildCount(); i += 2) {
      ExpressionNode right = operand.read(context.getChild(i + 1));
      left =
          new ExpressionNode.Binary(
              context.getChild(i).getText(), left, right, left.span().to(right.span()));
    }
    return left;
  }

  private ExpressionNode negation(NegationContext context) {
    ExpressionNode node = comparison(context.comparison());
    for (int i = context.NOT().size() - 1; i >= 0; i--) {
      node = new ExpressionNode.Unary("not", node, from(context.NOT(i), node));
    }
    return node;
  }

  private ExpressionNode comparison(ComparisonContext context) {
    ExpressionNode left = sum(context.sum());
    Span span = place(context);
    if (context.comparing() instanceof ComparedContext compared) {
      String operator = compared.getChild(0).getText();
      return new ExpressionNode.Binary(
          "==".equals(operator) ? "=" : operator, left, sum(compared.sum()), span);
    }
    if (context.comparing() instanceof RangedContext ranged) {
      return new ExpressionNode.Range(
          left, ranged.INSIDE() != null, sum(ranged.sum(0)), sum(ranged.sum(1)), span);
    }
    if (context.comparing() instanceof ContainedContext contained) {
      return new ExpressionNode.In(left, all(contained.expression()), span);
    }
    return left;
  }

  private ExpressionNode sum(ParserRuleContext context) {
    return chain(
        context,
        product -> chain((ParserRuleContext) product, signed -> signed((SignedContext) signed)));
  }

  private ExpressionNode signed(SignedContext context) {
    return minus(power(context.power()), context.MINUS());
  }

  private ExpressionNode minus(ExpressionNode operand, List<TerminalNode> signs) {
    ExpressionNode node = operand;
    for (int i = signs.size() - 1; i >= 0; i--) {
      node = new ExpressionNode.Unary("-", node, from(signs.get(i), node));
    }
    return node;
  }

  /** Powers group from the right, and a minus after {@code ^} belongs to the exponent. */
  private ExpressionNode power(PowerContext context) {
    var factors = new ArrayList<ExpressionNode>();
    var signs = new ArrayList<List<TerminalNode>>();
    for (ParseTree child : context.children) {
      if (child instanceof VisitContext visit) {
        factors.add(visit(visit));
      } else if (((TerminalNode) child).getSymbol().getType() == PlanParser.POWER) {
        signs.add(new ArrayList<>());
      } else {
        signs.get(signs.size() - 1).add((TerminalNode) child);
      }
    }
    ExpressionNode node = factors.get(factors.size() - 1);
    for (int i = factors.size() - 2; i >= 0; i--) {
      ExpressionNode exponent = minus(node, signs.get(i));
      node =
          new ExpressionNode.Binary(
              "^", factors.get(i), exponent, factors.get(i).span().to(exponent.span()));
    }
    return node;
  }

  private ExpressionNode visit(VisitContext context) {
    ExpressionNode value = primary(context.primary());
    return context.NAME() == null
        ? value
        : new ExpressionNode.At(value, context.NAME().getText(), place(context));
  }

  private ExpressionNode primary(PrimaryContext context) {
    Span span = place(context);
    if (context instanceof NumberContext number) {
      return new ExpressionNode.Number(
          new BigDecimal(number.NUMBER().getText()), unit(number), span);
    }
    if (context instanceof TextContext text) {
      String quoted = text.getText();
      return new ExpressionNode.Text(Quotes.inside(quoted).orElse(quoted), span);
    }
    if (context instanceof TermContext term) {
      return new ExpressionNode.Term(
          term.NAME().stream().map(TerminalNode::getText).toList(), span);
    }
    if (context instanceof TransposedContext transposed) {
      return transposed(transposed, span);
    }
    if (context instanceof CallContext call) {
      return new ExpressionNode.Call(call.NAME().getText(), all(call.expression()), span);
    }
    if (context instanceof AtLeastContext atLeast) {
      int count = Integer.parseInt(atLeast.NUMBER().getText());
      return new ExpressionNode.AtLeast(count, all(atLeast.expression()), span);
    }
    if (context instanceof GroupedContext grouped) {
      return build(grouped.expression());
    }
    return new ExpressionNode.Name(context.getText(), span);
  }

  private ExpressionNode transposed(TransposedContext context, Span span) {
    var name =
        new ExpressionNode.Name(
            context.NAME().getText(),
            place(context.NAME().getSymbol(), context.NAME().getSymbol()));
    var call =
        new ExpressionNode.Call(
            "transpose",
            List.of(name),
            place(context.NAME().getSymbol(), context.TRANSPOSED().getSymbol()));
    return context.expression() == null
        ? call
        : new ExpressionNode.Binary("*", call, build(context.expression()), span);
  }

  private static String unit(NumberContext number) {
    return number.unit() == null
        ? ""
        : number.unit().children.stream().map(ParseTree::getText).collect(Collectors.joining(" "));
  }

  private List<ExpressionNode> all(List<ExpressionContext> contexts) {
    return contexts.stream().map(this::build).toList();
  }

  private Span from(TerminalNode first, ExpressionNode last) {
    return place(first.getSymbol(), first.getSymbol()).to(last.span());
  }

  private Span place(ParserRuleContext context) {
    return place(context.getStart(), context.getStop());
  }

  private Span place(Token first, Token last) {
    return scalar.spanOf(first.getStartIndex(), last.getStopIndex() + 1);
  }
}
