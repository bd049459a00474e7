package org.planlock.syntax.yaml;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Says in our words why a text is no YAML, and points at the place where the mistake began. */
final class YamlFailure {
  private final SourceFile source;
  private final List<Event> before;

  YamlFailure(SourceFile source, List<Event> before) {
    this.source = source;
    this.before = before;
  }

  Diagnostic explain(YAMLException failure) {
    if (!(failure instanceof MarkedYAMLException marked)) {
      return unexpected(new Span(source, 0, 0));
    }
    Span problem =
        at(marked.getProblemMark()).orElse(new Span(source, source.length(), source.length()));
    Optional<Span> opening = at(marked.getContextMark());
    String context = String.valueOf(marked.getContext());
    var tab =
        TabIndentation.offsets(source).stream()
            .filter(at -> source.lineOf(at) <= problem.line())
            .reduce((a, b) -> b);
    if (tab.isPresent()) {
      return TabIndentation.finding(source, tab.get());
    }
    if (context.contains("quoted scalar")
        && opening.isPresent()
        && String.valueOf(marked.getProblem()).contains("end of stream")) {
      return unfinishedQuote(opening.get());
    }
    if (context.contains("flow ") && opening.isPresent()) {
      return inBrackets(openBracket().orElse(opening.get()), problem);
    }
    if (context.contains("tag") || context.contains("directive")) {
      return Diagnostic.at(
              opening.orElse(problem),
              Rule.YAML_TAG,
              "tags and directives are not allowed in a plan")
          .help("put a text that begins with `!` or `%` in double quotes");
    }
    if (context.contains("simple key") && opening.isPresent()) {
      return unexpected(opening.get()).help("a line that is no item of a list says `word: value`");
    }
    return swallowedQuote(problem)
        .orElseGet(() -> outside(problem, String.valueOf(marked.getProblem())));
  }

  /** The innermost bracket that is still open; the parser names the place where it gave up. */
  private Optional<Span> openBracket() {
    var open = new ArrayDeque<CollectionStartEvent>();
    for (var event : before) {
      if (event instanceof CollectionStartEvent start) {
        open.push(start);
      } else if (event instanceof CollectionEndEvent) {
        open.pop();
      }
    }
    return Optional.ofNullable(open.peek())
        .filter(CollectionStartEvent::isFlow)
        .flatMap(start -> at(start.getStartMark()));
  }

  private Diagnostic outside(Span problem, String words) {
    if (words.contains("mapping values are not allowed")) {
      return unexpected(problem)
          .help("a text with `: ` in it stands in double quotes; a key begins its own line");
    }
    if (words.contains("escape")) {
      return Diagnostic.at(problem, Rule.UNEXPECTED_TOKEN, "this escape is unknown")
          .help("write `\\\\` for a backslash, or use single quotes");
    }
    if (words.contains("block end")) {
      return unexpected(problem)
          .help("check the indentation: what belongs together begins in the same column");
    }
    return unexpected(problem);
  }

  private Diagnostic inBrackets(Span opening, Span problem) {
    String bracket = source.slice(opening.start(), Math.min(opening.start() + 1, source.length()));
    if (problem.line() == opening.line() && problem.start() < source.length()) {
      return unexpected(problem)
          .labelled(opening, "inside what is opened here")
          .help("separate values with commas, and put texts with `,` or brackets in double quotes");
    }
    return Diagnostic.at(opening, Rule.UNFINISHED_TEXT, "this `" + bracket + "` is never closed")
        .labelled(problem, "read on up to here")
        .help("add `" + ("{".equals(bracket) ? "}" : "]") + "` where it ends");
  }

  private Diagnostic unfinishedQuote(Span opening) {
    return Diagnostic.at(
            opening, Rule.UNFINISHED_TEXT, "the quote that is opened here is never closed")
        .help("add the closing quote");
  }

  /** A quote that was closed by the opening one of a later line: the mistake is at the first. */
  private Optional<Diagnostic> swallowedQuote(Span problem) {
    return before.stream()
        .filter(event -> event instanceof ScalarEvent scalar && !scalar.isPlain())
        .reduce((first, last) -> last)
        .filter(event -> source.lineOf(event.getEndMark().getIndex()) == problem.line())
        .filter(event -> event.getStartMark().getLine() < event.getEndMark().getLine())
        .flatMap(event -> at(event.getStartMark()))
        .map(this::unfinishedQuote);
  }

  private Diagnostic unexpected(Span place) {
    String line =
        source
            .slice(place.start(), Math.min(place.start() + 20, source.length()))
            .lines()
            .findFirst()
            .orElse("")
            .strip();
    String what =
        place.start() >= source.length()
            ? "the text ends too early"
            : line.isEmpty()
                ? "the line breaks where more was expected"
                : "`" + line + "` is not expected here";
    return Diagnostic.at(place, Rule.UNEXPECTED_TOKEN, what);
  }

  private Optional<Span> at(Mark mark) {
    if (mark == null) {
      return Optional.empty();
    }
    int start = Math.min(mark.getIndex(), source.length());
    return Optional.of(new Span(source, start, Math.min(start + 1, source.length())));
  }
}
