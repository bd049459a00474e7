package org.planlock.lock.time;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Collects what is found about one stamp. */
final class StampFindings {
  private final Span place;
  private final List<Diagnostic> found = new ArrayList<>();

  StampFindings(Span place) {
    this.place = place;
  }

  void add(Rule rule, String message, String... notes) {
    var finding = Diagnostic.at(place, rule, message);
    for (var note : notes) {
      finding = finding.note(note);
    }
    found.add(finding);
  }

  void addHelped(Rule rule, String message, String note, String help) {
    found.add(Diagnostic.at(place, rule, message).note(note).help(help));
  }

  boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  List<Diagnostic> all() {
    return List.copyOf(found);
  }
}
