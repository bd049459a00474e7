package org.planlock.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planlock.source.Span;

/**
 * One finding: what is wrong, where, why it matters and what to do.
 *
 * <p>Message, notes and helps are lower case, without a full stop, with the user's own words in
 * backticks. The message says what is wrong and gives no advice; a note says why it matters; a help
 * says what to do.
 *
 * @param severity usually the rule's own; a declared deviation is lowered to a note
 * @param labels further places that explain the first, each with a few words
 */
public record Diagnostic(
    Rule rule,
    Severity severity,
    Span span,
    String message,
    String caption,
    List<Label> labels,
    List<String> notes,
    List<String> helps) {

  /** Another place that a finding points at. */
  public record Label(Span span, String text) {}

  /** By file, place, then code: the order in which people read. */
  public static final Comparator<Diagnostic> READING_ORDER = Diagnostic::compare;

  public Diagnostic {
    labels = List.copyOf(labels);
    notes = List.copyOf(notes);
    helps = List.copyOf(helps);
  }

  /** A finding of the rule's own severity at a place. */
  public static Diagnostic at(Span span, Rule rule, String message) {
    return new Diagnostic(
        rule, rule.severity(), span, message, "", List.of(), List.of(), List.of());
  }

  /** The same with a few words under the carets. */
  public Diagnostic captioned(String text) {
    return new Diagnostic(rule, severity, span, message, text, labels, notes, helps);
  }

  /** The same with another place that explains it. */
  public Diagnostic labelled(Span place, String text) {
    return new Diagnostic(
        rule, severity, span, message, caption, plus(labels, new Label(place, text)), notes, helps);
  }

  /** The same with a reason why it matters. */
  public Diagnostic note(String text) {
    return new Diagnostic(rule, severity, span, message, caption, labels, plus(notes, text), helps);
  }

  /** The same with something to do about it. */
  public Diagnostic help(String text) {
    return new Diagnostic(rule, severity, span, message, caption, labels, notes, plus(helps, text));
  }

  /** The same finding with another weight. */
  public Diagnostic weighing(Severity other) {
    return new Diagnostic(rule, other, span, message, caption, labels, notes, helps);
  }

  /** Whether it stops the stage that found it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Written out: no archive of classes holds the lambdas of a chain of comparators. */
  private static int compare(Diagnostic one, Diagnostic other) {
    int order = one.span.file().name().compareTo(other.span.file().name());
    order = order != 0 ? order : Integer.compare(one.span.start(), other.span.start());
    order = order != 0 ? order : one.rule.code().compareTo(other.rule.code());
    return order != 0 ? order : one.message.compareTo(other.message);
  }

  private static <T> List<T> plus(List<T> list, T item) {
    var longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }

  /** Written out: what Java would make up for it at run time delays every start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Diagnostic same
        && rule == same.rule
        && severity == same.severity
        && span.equals(same.span)
        && message.equals(same.message)
        && caption.equals(same.caption)
        && labels.equals(same.labels)
        && notes.equals(same.notes)
        && helps.equals(same.helps);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rule.hashCode() + span.hashCode()) + message.hashCode();
  }
}
