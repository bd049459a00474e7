package org.planlock.syntax.dsl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.PlanNode;

/**
 * What must be known while a tree is written: what may open next, so that texts are quoted where
 * they would be cut.
 */
final class Page {
  /** One word or number, whatever may open next; most texts are such. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!not_applicable)[A-Za-z_][A-Za-z0-9_]*|[0-9]+(\\.[0-9]+)?");

  private final Findings findings;
  private final Deque<Scope> scopes = new ArrayDeque<>();

  Page(Findings findings) {
    this.findings = findings;
  }

  void enter(Scope scope) {
    scopes.push(scope);
  }

  void leave() {
    scopes.pop();
  }

  /** A page for the inside of a block, where nothing from outside can open. */
  Page inside() {
    return new Page(findings);
  }

  void report(Diagnostic finding) {
    findings.add(finding);
  }

  /** Reports a value that the notation has no words for. */
  void refuse(String key, PlanNode value) {
    findings.add(
        Diagnostic.at(
                value.span(),
                Rule.UNKNOWN_KEY,
                "the value of `" + key + "` cannot be written in a `.plan` file")
            .help("keep this plan in YAML, or say it in one of the ways that `plan new` shows"));
  }

  /** The text as a phrase, in quotes if it would not be read back as one. */
  String phrase(String text, boolean endsAtComma) {
    return isPlain(text)
            || survives(
                text, passage -> endsAtComma ? passage.phraseBeforeComma() : passage.phrase())
        ? text
        : Quotes.around(text);
  }

  /** The text as one word, in quotes if it is none. */
  String term(String text) {
    return isPlain(text) || survives(text, Passage::term) ? text : Quotes.around(text);
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches() && !Passage.isAsking(text);
  }

  /** How a text would be read back. */
  interface Reading {
    PlanNode.Scalar read(Passage passage);
  }

  /** Whether a text is read back as it stands. */
  boolean survives(String text, Reading reading) {
    if (text.isBlank()
        || text.contains("\n")
        || text.startsWith("not_applicable")
        || !text.equals(text.strip())) {
      return false;
    }
    var trial = new Findings();
    var script = Script.of(SourceFile.of("", text), trial);
    if (script.isEmpty() || !script.get().comments().isEmpty() || script.get().parts().isEmpty()) {
      return false;
    }
    var parts = script.get().parts();
    var passage = new Passage(script.get(), parts, Span.none(""));
    scopes.descendingIterator().forEachRemaining(passage::enter);
    boolean starts =
        !(parts.get(0) instanceof Part.Block)
            && !passage.isAt(0, ",")
            && !passage.asksForMore(parts.size() - 1);
    return starts && reading.read(passage).text().equals(text) && passage.atEnd();
  }

  /** The words that may open next. */
  Stream<String> words() {
    return scopes.stream().flatMap(Scope::words);
  }
}
