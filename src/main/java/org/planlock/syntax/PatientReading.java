package org.planlock.syntax;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/**
 * What can be read of a text with mistakes in it: a statement that stops the reader is passed over,
 * and reading goes on behind it.
 *
 * @param tree what is left, if anything is
 * @param findings every mistake once, in reading order
 * @param lost the statements with mistakes in them, of which the tree may lack any part
 */
public record PatientReading(
    Optional<PlanNode.Mapping> tree, List<Diagnostic> findings, List<Span> lost) {
  private static final int MOST_PASSED_OVER = 10;

  public PatientReading {
    findings = List.copyOf(findings);
    lost = List.copyOf(lost);
  }

  /** Reads a text in one notation. */
  public static PatientReading of(PlanReader reader, SourceFile source) {
    var found = new LinkedHashSet<Mistake>();
    var text = source;
    var read = reader.read(text);
    for (int i = 0;
        i < MOST_PASSED_OVER && read.value().isEmpty() && found.size() < Findings.MOST;
        i++) {
      read.diagnostics().forEach(one -> found.add(new Mistake(one)));
      if (read.diagnostics().stream().anyMatch(one -> one.rule() == Rule.TOO_LARGE)) {
        break;
      }
      var shorter = without(read.diagnostics(), text);
      if (shorter.isEmpty()) {
        return result(Optional.empty(), found, source);
      }
      text = shorter.get();
      read = reader.read(text);
    }
    if (read.value().isPresent() || found.isEmpty()) {
      read.diagnostics().forEach(one -> found.add(new Mistake(one)));
    }
    return result(read.value(), found, source);
  }

  private static PatientReading result(
      Optional<PlanNode.Mapping> tree, LinkedHashSet<Mistake> found, SourceFile source) {
    var findings = found.stream().map(Mistake::finding).sorted(Diagnostic.READING_ORDER).toList();
    var lost =
        findings.stream()
            .filter(Diagnostic::isError)
            .filter(one -> one.span().file().length() > 0)
            .map(one -> around(source, one.span().line()))
            .distinct()
            .toList();
    return new PatientReading(tree, findings, lost);
  }

  /** The text with blanks for the statements in which something is wrong. */
  private static Optional<SourceFile> without(List<Diagnostic> mistakes, SourceFile source) {
    var letters = source.text().codePoints().toArray();
    boolean changed = false;
    for (var mistake : mistakes) {
      if (mistake.isError() && mistake.span().file() == source) {
        var statement = around(source, mistake.span().line());
        for (int i = statement.start(); i < statement.end(); i++) {
          changed |= letters[i] != ' ' && letters[i] != '\n';
          letters[i] = letters[i] == '\n' ? '\n' : ' ';
        }
      }
    }
    var blanked = new String(letters, 0, letters.length);
    return changed && !blanked.isBlank()
        ? Optional.of(SourceFile.of(source.name(), blanked))
        : Optional.empty();
  }

  /** The statement around a line: from one word at the margin to the next. */
  private static Span around(SourceFile source, int line) {
    int offset = 0;
    int from = 0;
    int until = source.length();
    var lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      var text = lines.get(i);
      if (!text.isEmpty() && Character.isLetter(text.codePointAt(0))) {
        if (i < line) {
          from = offset;
        } else {
          until = offset;
          break;
        }
      }
      offset += text.codePointCount(0, text.length()) + 1;
    }
    return new Span(source, Math.min(from, source.length()), Math.max(from, until));
  }

  /** A finding, equal to itself when the rest of the text was read again. */
  private record Mistake(Diagnostic finding) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Mistake mistake && key().equals(mistake.key());
    }

    @Override
    public int hashCode() {
      return key().hashCode();
    }

    private List<Object> key() {
      var span = finding.span();
      return List.of(finding.rule(), span.start(), span.end(), finding.message());
    }
  }
}
