package org.planlock.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.planlock.plan.binding.NameKind;
import org.planlock.plan.expression.FunctionSpec.Parameter;
import org.planlock.plan.expression.Functions;
import org.planlock.source.Span;

/**
 * A name in a phrase or expression.
 *
 * @param only the kinds of things that it can name where it stands; empty for whatever the key says
 */
record Word(String text, Span place, Set<NameKind> only) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*)"
              + "|(?<quoted>\"(?:[^\"\\\\\\n]|\\\\.)*\"|(?<![A-Za-z0-9_)])'[^'\\n]*')"
              + "|(?<name>(?:\\([A-Za-z_]\\w*\\)_|[A-Za-z_])"
              + "(?:[A-Za-z0-9]|_(?:\\([A-Za-z_]\\w*\\))?|[.-]\\w|(?<=_)\\([A-Za-z_]\\w*\\))*)"
              + "|(?<open>\\()|(?<close>\\))|(?<comma>,)");

  /** The names in a stretch of a source, in order; what stands in quotes inside it is no name. */
  static List<Word> in(Span span, boolean slashComments) {
    var found = new ArrayList<Word>();
    var text = span.text();
    int from = isQuoted(text) ? 1 : 0;
    int to = isQuoted(text) ? text.length() - 1 : text.length();
    var tokens = TOKEN.matcher(text).region(from, to);
    var calls = new Calls();
    var before = "";
    while (tokens.find()) {
      if (tokens.group("comment") != null && !slashComments) {
        tokens.region(Math.min(tokens.start() + 2, to), to);
      } else if (tokens.group("name") != null) {
        boolean call = tokens.end() < to && text.charAt(tokens.end()) == '(';
        if (call) {
          calls.name(tokens.group());
        } else {
          found.add(word(span, text, tokens.start(), tokens.end(), calls.kinds(before)));
        }
        before = tokens.group();
      } else {
        calls.sign(tokens.group());
      }
    }
    return found;
  }

  private static Word word(Span span, String text, int from, int to, Set<NameKind> only) {
    int start = span.start() + text.codePointCount(0, from);
    int end = start + text.codePointCount(from, to);
    return new Word(text.substring(from, to), new Span(span.file(), start, end), only);
  }

  private static boolean isQuoted(String text) {
    return text.length() > 1
        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
        && text.charAt(text.length() - 1) == text.charAt(0);
  }

  /** The part of the name from one character to another. */
  Span part(int from, int to) {
    int start = place.start() + text.codePointCount(0, from);
    return new Span(place.file(), start, start + text.codePointCount(from, to));
  }

  /** Which call, and which argument of it, is being read. */
  private static final class Calls {
    private final List<String> open = new ArrayList<>();
    private final List<Integer> argument = new ArrayList<>();
    private String next = "";

    void name(String function) {
      next = function;
    }

    void sign(String sign) {
      int last = open.size() - 1;
      switch (sign) {
        case "(" -> {
          open.add(next);
          argument.add(0);
        }
        case ")" -> {
          if (last >= 0) {
            open.remove(last);
            argument.remove(last);
          }
        }
        case "," -> {
          if (last >= 0) {
            argument.set(last, argument.get(last) + 1);
          }
        }
        default -> {}
      }
      next = "";
    }

    Set<NameKind> kinds(String before) {
      if (before.equals("at")) {
        return Set.of(NameKind.SESSION);
      }
      int last = open.size() - 1;
      return last < 0
          ? Set.of()
          : Functions.find(open.get(last))
              .map(function -> of(function.parameter(argument.get(last))))
              .orElse(Set.of());
    }

    private static Set<NameKind> of(Parameter parameter) {
      return switch (parameter) {
        case MODEL -> Set.of(NameKind.MODEL);
        case HYPOTHESIS -> Set.of(NameKind.HYPOTHESIS);
        case MEASURE -> Set.of(NameKind.MEASURE);
        case TERM -> Set.of(NameKind.COLUMN, NameKind.VARIABLE, NameKind.MEASURE);
        default -> Set.of();
      };
    }
  }

  /** The symbol kinds that may be meant, given those that the key allows. */
  List<NameKind> kinds(List<NameKind> allowed) {
    return only.isEmpty() ? allowed : allowed.stream().filter(only::contains).toList();
  }
}
