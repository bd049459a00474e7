package org.planlock.syntax.groovy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** The findings for what Groovy would have to run. */
final class Code {
  /** Words that Groovy keeps for itself; in a plan they are names of values at most. */
  static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "as",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "def",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "in",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "non-sealed",
          "null",
          "package",
          "permits",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "threadsafe",
          "throw",
          "throws",
          "trait",
          "transient",
          "true",
          "try",
          "var",
          "void",
          "volatile",
          "while",
          "yield");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("@", "an annotation"),
          Map.entry(".", "a property or a method of something"),
          Map.entry("&", "a pointer to a method"),
          Map.entry("->", "a closure with parameters"),
          Map.entry("::", "a pointer to a method"),
          Map.entry(".&", "a pointer to a method"),
          Map.entry("..", "a range"),
          Map.entry("==", "a comparison"),
          Map.entry("&&", "a condition"),
          Map.entry("||", "a condition"),
          Map.entry("=", "an assignment"),
          Map.entry("/", "a pattern or a division"),
          Map.entry("~", "a pattern"),
          Map.entry("*", "a product or a spread list"),
          Map.entry("?", "a choice between values"),
          Map.entry("<", "a comparison or a type"),
          Map.entry(">", "a comparison or a type"),
          Map.entry("!", "a negation"),
          Map.entry("+", "a sum"),
          Map.entry("-", "a difference"),
          Map.entry("%", "a remainder"),
          Map.entry("^", "an operation on bits"),
          Map.entry("|", "an operation on bits"),
          Map.entry("$", "a text that a program fills in"),
          Map.entry("`", "no sign of a plan"),
          Map.entry("#", "no sign of a plan"),
          Map.entry("\\", "no sign of a plan"));

  private static final Map<String, String> STATEMENTS =
      Map.ofEntries(
          Map.entry("import", "an import"),
          Map.entry("package", "a package"),
          Map.entry("class", "a class"),
          Map.entry("interface", "a class"),
          Map.entry("enum", "a class"),
          Map.entry("trait", "a class"),
          Map.entry("record", "a class"),
          Map.entry("while", "a loop"),
          Map.entry("for", "a loop"),
          Map.entry("do", "a loop"),
          Map.entry("static", "a declaration"),
          Map.entry("def", "a declaration"),
          Map.entry("var", "a declaration"),
          Map.entry("final", "a declaration"),
          Map.entry("new", "a new object"));

  private Code() {}

  /** Whether a sign is one of code, and not of a plan. */
  static boolean isCode(Token token) {
    return token.kind() == Token.Kind.SIGN && !"()[]{},:;".contains(token.text());
  }

  /** The finding for the sign of code at an index; with an annotation's name, if it begins one. */
  static Diagnostic sign(List<Token> tokens, int index) {
    var sign = tokens.get(index);
    var whole = sign.span();
    for (int i = index + 1; i < tokens.size() && sign.is("@"); i++) {
      var next = tokens.get(i);
      boolean belongs = next.kind() == Token.Kind.NAME || next.is(".");
      if (!belongs || next.span().start() != whole.end()) {
        break;
      }
      whole = whole.to(next.span());
    }
    return whole.equals(sign.span())
        ? sign(sign.text(), whole)
        : refused(whole, "`" + whole.text() + "` is an annotation")
            .help("leave it out; a plan needs none");
  }

  /** The finding for a sign that has no meaning in a plan. */
  static Diagnostic sign(String sign, Span place) {
    var meaning = SIGNS.getOrDefault(sign, SIGNS.getOrDefault(sign.substring(0, 1), "code"));
    var found = refused(place, "`" + sign + "` is " + meaning);
    return switch (sign) {
      case "=" -> found.help("write `word 'value'`, without `=`");
      case "$" -> found.help("write the text out, in single quotes");
      case "@", "#", "&", ".&", "::", "->", "`", "\\" ->
          found.help("leave it out; a plan needs none");
      default -> found.help("a formula or a condition is a text: put all of it in single quotes");
    };
  }

  /** The finding for a word that Groovy keeps for itself, where a statement begins or a value. */
  static Diagnostic keyword(String word, Span place) {
    if (word.equals("null")) {
      return refused(place, "`null` is no value")
          .help("leave the word out, or write `not_applicable: 'the reason'`");
    }
    return refused(
            place, "`" + word + "` begins " + STATEMENTS.getOrDefault(word, "a piece of code"))
        .help("say it in words of a plan, or put it in quotes if it is a text");
  }

  /** The finding for a bare name where a value must stand. */
  static Diagnostic variable(String name, Span place) {
    return refused(place, "`" + name + "` is the name of a variable here")
        .help("put it in quotes: `'" + name + "'`");
  }

  /** The finding for a call or a block where a value must stand. */
  static Diagnostic call(String name, Span place) {
    return refused(place, "`" + name + "(…)` would have to be called to give a value")
        .help("a formula is a text: put all of it in single quotes");
  }

  /** The finding with this message. */
  static Diagnostic refused(Span place, String message) {
    return Diagnostic.at(place, Rule.CODE_IN_PLAN, message)
        .note("a plan is read, never run: it has texts, numbers, lists, maps and blocks");
  }
}
