package org.planlock.syntax.dsl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.LaidOutText;
import org.planlock.syntax.PlanFormatter;
import org.planlock.syntax.dsl.grammar.PlanLexer;

/**
 * Lays out the {@code .plan} notation: two blanks for each block. What stands deeper than the first
 * line of its block goes on with the line before it and keeps its distance, as do columns that
 * somebody aligned.
 */
public final class DslPlanFormatter implements PlanFormatter {
  private static final int STEP = 2;

  @Override
  public String format(SourceFile sound) {
    var words = new Words(sound.text(), (from, to) -> new Span(sound, from, to), new Findings());
    var byLine = new HashMap<Integer, List<Token>>();
    for (var token : words.all()) {
      if (token.getType() != Token.EOF) {
        byLine.computeIfAbsent(token.getLine(), line -> new ArrayList<>()).add(token);
      }
    }
    return laidOut(sound, byLine);
  }

  private static String laidOut(SourceFile source, Map<Integer, List<Token>> byLine) {
    var text = new LaidOutText();
    // where the first line of each open block stood
    Deque<Integer> blocks = new ArrayDeque<>(List.of(-1));
    var lines = source.lines();
    for (int number = 1; number <= lines.size(); number++) {
      var tokens = byLine.getOrDefault(number, List.of());
      int written = LaidOutText.indentOf(lines.get(number - 1));
      int closing = closingFirst(tokens);
      for (int i = 0; i < closing && blocks.size() > 1; i++) {
        blocks.pop();
      }
      int indent = (blocks.size() - 1) * STEP;
      if (!tokens.isEmpty() && closing == 0) {
        if (blocks.getFirst() < 0) {
          blocks.pop();
          blocks.push(written);
        }
        indent += Math.max(0, written - blocks.getFirst());
      }
      text.line(indent, content(source, tokens));
      follow(tokens.subList(closing, tokens.size()), blocks);
    }
    return text.toString();
  }

  private static int closingFirst(List<Token> tokens) {
    int closing = 0;
    while (closing < tokens.size() && tokens.get(closing).getType() == PlanLexer.RIGHT_BRACE) {
      closing++;
    }
    return closing;
  }

  private static void follow(List<Token> tokens, Deque<Integer> blocks) {
    for (var token : tokens) {
      if (token.getType() == PlanLexer.LEFT_BRACE) {
        blocks.push(-1);
      } else if (token.getType() == PlanLexer.RIGHT_BRACE && blocks.size() > 1) {
        blocks.pop();
      }
    }
  }

  private static String content(SourceFile source, List<Token> tokens) {
    var content = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (i > 0) {
        var before = tokens.get(i - 1);
        var gap = source.slice(before.getStopIndex() + 1, token.getStartIndex());
        boolean isApart = needsGap(before, token) && gap.isEmpty();
        content.append(isApart ? " " : gap.replace("\t", "  "));
      }
      content.append(token.getText());
    }
    return content.toString();
  }

  private static boolean needsGap(Token before, Token token) {
    return token.getType() == PlanLexer.LEFT_BRACE
        || token.getType() == PlanLexer.RIGHT_BRACE
        || before.getType() == PlanLexer.LEFT_BRACE
        || before.getType() == PlanLexer.RIGHT_BRACE
        || token.getType() == PlanLexer.COMMENT;
  }
}
