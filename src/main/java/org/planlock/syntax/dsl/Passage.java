package org.planlock.syntax.dsl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Parts that are read from left to right, together with what may open next.
 *
 * <p>The first part of a value always belongs to it. It ends where something of an open scope
 * begins, unless the last part asks for more, as a comma or an operator does.
 */
final class Passage {
  private static final Set<String> ASKING =
      Set.of(
          ",", "+", "-", "*", "/", "^", "=", "==", "!=", "<", "<=", ">", ">=", "..", "->", ":",
          "and", "or", "not", "in", "inside", "outside", "every", "of", "on", "per");

  private final Script script;
  private final List<Part> parts;
  private final Span whole;
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private int at;

  Passage(Script script, List<Part> parts, Span whole) {
    this.script = script;
    this.parts = parts;
    this.whole = whole;
  }

  /** The parts of a group or block that was found here. */
  Passage inside(List<Part> inner, Span span) {
    return new Passage(script, inner, span);
  }

  void enter(Scope scope) {
    scopes.push(scope);
  }

  void leave() {
    scopes.pop();
  }

  boolean atEnd() {
    return at >= parts.size();
  }

  int index() {
    return at;
  }

  void skip(int count) {
    at += count;
  }

  Optional<Part> part(int index) {
    return isThere(index) ? Optional.of(parts.get(index)) : Optional.empty();
  }

  private boolean isThere(int index) {
    return index >= 0 && index < parts.size();
  }

  Optional<Part> peek() {
    return part(at);
  }

  /** Takes the block that stands here, if one does. */
  Optional<Part.Block> block() {
    var block = peek().filter(Part.Block.class::isInstance).map(Part.Block.class::cast);
    block.ifPresent(found -> at++);
    return block;
  }

  boolean isAt(int index, String text) {
    return isThere(index) && parts.get(index) instanceof Part.Leaf leaf && leaf.is(text);
  }

  boolean looksAt(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!isAt(at + i, words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isKind(int index, Part.Kind kind) {
    return isThere(index) && parts.get(index) instanceof Part.Leaf leaf && leaf.kind() == kind;
  }

  /** Whether a name stands there with its arguments right behind it. */
  boolean isCall(int index) {
    return isKind(index, Part.Kind.WORD)
        && isThere(index + 1)
        && parts.get(index + 1) instanceof Part.Group next
        && next.span().start() == parts.get(index).span().end();
  }

  /** Takes a word or sign, if it stands here. */
  boolean take(String text) {
    boolean here = isAt(at, text);
    at += here ? 1 : 0;
    return here;
  }

  /** Whether something of an open scope begins at the index. */
  boolean opens(int index) {
    for (var scope : scopes) {
      if (scope.opensAt(this, index)) {
        return true;
      }
    }
    return false;
  }

  /** The same, without the innermost scope. */
  boolean opensOutside(int index) {
    return scopes.stream().skip(1).anyMatch(scope -> scope.opensAt(this, index));
  }

  /** The place of the part before this one. */
  Span before() {
    return at > 0 ? parts.get(at - 1).span() : whole;
  }

  /** The words of the innermost scope. */
  Stream<String> innermostWords() {
    return scopes.stream().limit(1).flatMap(Scope::words);
  }

  /** The words of all open scopes, the innermost first. */
  Stream<String> words() {
    return scopes.stream().flatMap(Scope::words);
  }

  /**
   * Whether a value may be read here: not the end, no block, and no opening on a line of its own.
   */
  boolean hasValue() {
    return peek().isPresent()
        && !(parts.get(at) instanceof Part.Block)
        && !(at > 0 && isFirstOnLine(at) && opens(at));
  }

  /**
   * One value: a word, number or text with its sign, arguments, percent sign and {@code :} parents.
   * Where one value stands, a comma between digits is a mistake in that value.
   */
  PlanNode.Scalar term() {
    int start = at;
    var term = item();
    if (!isDecimalComma(at)) {
      return term;
    }
    at += 2;
    return scalar(start, at);
  }

  /** The same where a comma leads to the next value. */
  PlanNode.Scalar item() {
    int start = at;
    oneTerm();
    while (isAt(at, ":") && at + 1 < parts.size()) {
      at++;
      oneTerm();
    }
    return scalar(start, at);
  }

  private void oneTerm() {
    if (isAt(at, "-") && at + 1 < parts.size()) {
      at++;
    }
    boolean call = isCall(at);
    boolean number = isKind(at, Part.Kind.NUMBER);
    at += call ? 2 : 1;
    if (number && isAt(at, "%")) {
      at++;
    }
  }

  /** Whether a comma stands there between two numbers, without a blank. */
  boolean isDecimalComma(int index) {
    return isAt(index, ",")
        && isKind(index - 1, Part.Kind.NUMBER)
        && isKind(index + 1, Part.Kind.NUMBER)
        && parts.get(index - 1).span().end() + 1 == parts.get(index + 1).span().start();
  }

  /** Everything up to the next opening. */
  PlanNode.Scalar phrase() {
    return phraseUntil(() -> false);
  }

  /** Everything up to the next comma that stands in no bracket, or the next opening. */
  PlanNode.Scalar phraseBeforeComma() {
    return phraseUntil(() -> isAt(at, ","));
  }

  /** Everything up to where the condition holds, or the next opening; at least one part. */
  PlanNode.Scalar phraseUntil(BooleanSupplier end) {
    var misspelt = new MisspeltOpening(this);
    int start = at;
    at++;
    while (!atEnd() && !(parts.get(at) instanceof Part.Block)) {
      answer(at);
      boolean complete = !asksForMore(at - 1);
      if (complete
          && (end.getAsBoolean() || opens(at) || misspelt.line(at) || misspelt.clause(at))) {
        break;
      }
      at++;
    }
    return scalar(start, at);
  }

  /** Whether a word or sign cannot end a value. */
  static boolean isAsking(String text) {
    return ASKING.contains(text);
  }

  boolean asksForMore(int index) {
    return part(index)
        .filter(
            part ->
                part instanceof Part.Leaf leaf
                    && leaf.kind() != Part.Kind.STRING
                    && isAsking(leaf.text()))
        .isPresent();
  }

  /** What several parts say: the text in the quotes if it is one text, else what was written. */
  PlanNode.Scalar scalar(int from, int to) {
    if (to == from + 1
        && parts.get(from) instanceof Part.Leaf leaf
        && leaf.kind() == Part.Kind.STRING) {
      return new PlanNode.Scalar(Quotes.inside(leaf.text()).orElse(""), leaf.span());
    }
    return script.slice(parts.get(from).span().to(parts.get(to - 1).span()));
  }

  /** The place of the parts from the index up to here. */
  Span since(int index) {
    return index < at ? parts.get(index).span().to(parts.get(at - 1).span()) : here();
  }

  /** The place of what stands here, or of the last part. */
  Span here() {
    if (!atEnd()) {
      return parts.get(at).span();
    }
    return parts.isEmpty() ? whole : parts.get(parts.size() - 1).span();
  }

  void report(Diagnostic finding) {
    script.findings().add(finding);
  }

  /** Tells an editor that asks here what may open. */
  void answer(int index) {
    part(index)
        .filter(part -> part instanceof Part.Leaf leaf && leaf.is(script.asked().word()))
        .ifPresent(
            part ->
                script.asked().answers().addAll(scopes.stream().flatMap(Scope::openers).toList()));
  }

  boolean isFull() {
    return script.findings().isFull();
  }

  boolean isFirstOnLine(int index) {
    return index == 0
        || parts.get(index - 1).span().file().lineOf(parts.get(index - 1).span().end())
            < parts.get(index).span().line();
  }
}
