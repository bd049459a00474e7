package org.planlock.execution.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/**
 * Where in a script something happens, as the stack tells it: stacks know lines, and the word that
 * a message is about tells the column.
 */
record ScriptPlaces(Optional<SourceFile> source) {
  private static final List<String> NOT_THE_SCRIPT =
      List.of(
          "org.planlock.execution.",
          "org.planlock.Planlock",
          "org.planlock.LockedStudy",
          "org.planlock.ExecutionCourse",
          "org.codehaus.groovy.",
          "org.apache.groovy.",
          "groovy.",
          "java.",
          "jdk.",
          "sun.");

  /** The line that is being carried out. */
  Span here(String word) {
    return of(Stream.of(new Throwable().getStackTrace()), word);
  }

  /** The line at which something was thrown. */
  Span of(Throwable thrown, String word) {
    return of(Stream.of(thrown.getStackTrace()), word);
  }

  /** A stretch of the script, as a compiler counts lines and columns, from 1. */
  Span at(int line, int column, int endLine, int endColumn) {
    var text = source.orElseThrow();
    int start = offset(text, line, column);
    int end = endLine < 1 ? start + 1 : offset(text, endLine, endColumn);
    return new Span(text, start, Math.min(Math.max(end, start), text.length()));
  }

  private Span of(Stream<StackTraceElement> stack, String word) {
    return source
        .map(
            text ->
                stack.filter(frame -> isOf(frame, text)).findFirst().map(f -> in(text, f, word)))
        .orElseGet(() -> stack.filter(ScriptPlaces::isForeign).findFirst().map(ScriptPlaces::named))
        .orElseGet(() -> Span.none(source.map(SourceFile::name).orElse("the analysis")));
  }

  private static boolean isOf(StackTraceElement frame, SourceFile text) {
    return frame.getLineNumber() > 0 && fileName(text).equals(frame.getFileName());
  }

  /** The name under which a script is compiled, which its stack frames carry. */
  static String fileName(SourceFile text) {
    return Optional.ofNullable(Path.of(text.name()).getFileName())
        .map(Path::toString)
        .orElse(text.name());
  }

  private static boolean isForeign(StackTraceElement frame) {
    return NOT_THE_SCRIPT.stream().noneMatch(frame.getClassName()::startsWith);
  }

  private static Span named(StackTraceElement frame) {
    return Span.none(frame.getFileName() + ":" + frame.getLineNumber());
  }

  private static Span in(SourceFile text, StackTraceElement frame, String word) {
    int line = Math.min(frame.getLineNumber(), text.lines().size());
    var written = text.line(line);
    int at = word.isEmpty() ? -1 : written.indexOf(word);
    int first = at >= 0 ? at : written.length() - written.stripLeading().length();
    int length = at >= 0 ? word.length() : Math.max(1, written.strip().length());
    int start = offset(text, line, 1) + written.codePointCount(0, first);
    int end = start + written.codePointCount(first, Math.min(first + length, written.length()));
    return new Span(text, start, end);
  }

  private static int offset(SourceFile text, int line, int column) {
    int offset = 0;
    for (int i = 1; i < Math.min(line, text.lines().size()); i++) {
      var before = text.line(i);
      offset += before.codePointCount(0, before.length()) + 1;
    }
    return Math.min(offset + Math.max(0, column - 1), text.length());
  }
}
