package org.planlock.plan.check;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Nearest;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** A word that stands where a declared name must stand, and what was probably meant. */
record UnknownWord(Rule rule, String kind, String word, Collection<String> known) {
  private static final int LISTED = 6;

  /** Whether the plan declares no such name. */
  boolean isUnknown() {
    return !known.contains(word);
  }

  Diagnostic at(Span span) {
    var finding = Diagnostic.at(span, rule, "there is no " + kind + " `" + word + "`");
    var twin = known.stream().filter(name -> LookAlike.sameLook(name, word)).findFirst();
    if (twin.isPresent()) {
      return finding
          .note(LookAlike.difference(word, twin.get()))
          .help("did you mean `" + twin.get() + "`?");
    }
    var nearest = Nearest.to(word, known);
    if (nearest.isPresent()) {
      return finding.help("did you mean `" + nearest.get() + "`?");
    }
    return finding.help(
        known.isEmpty() ? "the plan declares no " + kind + " yet" : "known here: " + listed());
  }

  private String listed() {
    var shown = known.stream().limit(LISTED).map(name -> "`" + name + "`");
    var more = known.size() > LISTED ? Stream.of("…") : Stream.<String>empty();
    return Stream.concat(shown, more).collect(Collectors.joining(", "));
  }
}
