package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.dsl.grammar.PlanLexer;
import org.planlock.syntax.dsl.grammar.PlanParser;
import org.planlock.syntax.dsl.grammar.PlanParser.BlockContext;
import org.planlock.syntax.dsl.grammar.PlanParser.GroupContext;
import org.planlock.syntax.dsl.grammar.PlanParser.PartContext;

/** A plan text cut into parts, with its comments set aside. */
record Script(
    SourceFile source, List<Part> parts, List<Span> comments, Findings findings, Asked asked) {
  /** Cuts a text into parts; absent, and reported, if characters, quotes or brackets are wrong. */
  static Optional<Script> of(SourceFile source, Findings findings) {
    return of(source, findings, Asked.NOTHING);
  }

  /** The same, with a word at which an editor asks what may be written. */
  static Optional<Script> of(SourceFile source, Findings findings, Asked asked) {
    var words = new Words(source.text(), (from, to) -> new Span(source, from, to), findings);
    words.check(Words.MOST);
    words.decimalCommas();
    if (!findings.isSound()) {
      return Optional.empty();
    }
    var parser = new PlanParser(words.stream());
    parser.removeErrorListeners();
    var cutter = new Cutter(words);
    var comments =
        words.all().stream()
            .filter(token -> token.getType() == PlanLexer.COMMENT)
            .map(words::place)
            .toList();
    return Optional.of(
        new Script(source, cutter.cut(parser.plan().part()), comments, findings, asked));
  }

  /** The text from one place to another as it was written, without comments. */
  PlanNode.Scalar slice(Span span) {
    var text = new StringBuilder();
    int from = span.start();
    for (Span comment : comments) {
      if (comment.start() >= from && comment.end() <= span.end()) {
        text.append(source.slice(from, comment.start()));
        from = comment.end();
      }
    }
    return new PlanNode.Scalar(text.append(source.slice(from, span.end())).toString(), span);
  }

  /** Leaves the parser's tree behind, so that nothing past this point knows of it. */
  private record Cutter(Words words) {
    List<Part> cut(List<PartContext> contexts) {
      var parts = new ArrayList<Part>();
      for (PartContext context : contexts) {
        if (context.block() != null) {
          parts.add(block(context.block()));
        } else if (context.group() != null) {
          parts.add(group(context.group()));
        } else {
          parts.add(leaf(context.word().getStart()));
        }
      }
      return parts;
    }

    private Part block(BlockContext context) {
      return new Part.Block(
          cut(context.part()), whole(context.LEFT_BRACE(), context.RIGHT_BRACE()));
    }

    private Part group(GroupContext context) {
      return context.LEFT_ROUND() == null
          ? new Part.Group(
              true, cut(context.part()), whole(context.LEFT_SQUARE(), context.RIGHT_SQUARE()))
          : new Part.Group(
              false, cut(context.part()), whole(context.LEFT_ROUND(), context.RIGHT_ROUND()));
    }

    private Span whole(TerminalNode first, TerminalNode last) {
      return words.place(first.getSymbol()).to(words.place(last.getSymbol()));
    }

    private Part.Leaf leaf(Token token) {
      var kind =
          switch (token.getType()) {
            case PlanLexer.NUMBER -> Part.Kind.NUMBER;
            case PlanLexer.STRING -> Part.Kind.STRING;
            case PlanLexer.NAME,
                PlanLexer.AND,
                PlanLexer.OR,
                PlanLexer.NOT,
                PlanLexer.AT,
                PlanLexer.IN,
                PlanLexer.INSIDE,
                PlanLexer.OUTSIDE,
                PlanLexer.AT_LEAST,
                PlanLexer.OF,
                PlanLexer.PER ->
                Part.Kind.WORD;
            default -> Part.Kind.SYMBOL;
          };
      return new Part.Leaf(kind, token.getText(), words.place(token));
    }
  }
}
