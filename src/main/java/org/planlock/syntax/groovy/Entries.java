package org.planlock.syntax.groovy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.Findings;
import org.planlock.syntax.ForbiddenCharacters;
import org.planlock.syntax.PlanNode;

/** The keys of one mapping while it is read; each may be said once, lists grow item by item. */
final class Entries {
  private final Findings findings;
  private final Map<String, Said> said = new LinkedHashMap<>();

  /** A value, or the items of a list so far. */
  private static final class Said {
    final PlanNode.Scalar key;
    final List<PlanNode> nodes = new ArrayList<>();
    final boolean isGrowing;

    Said(PlanNode.Scalar key, boolean isGrowing) {
      this.key = key;
      this.isGrowing = isGrowing;
    }

    PlanNode.Entry entry() {
      return new PlanNode.Entry(
          key,
          isGrowing
              ? new PlanNode.Sequence(
                  nodes, nodes.get(0).span().to(nodes.get(nodes.size() - 1).span()))
              : nodes.get(0));
    }
  }

  Entries(Findings findings) {
    this.findings = findings;
  }

  /** Gives a key its only value. */
  void put(PlanNode.Scalar key, PlanNode value) {
    var stranger = key.text().codePoints().filter(point -> point > 126).findFirst();
    if (stranger.isPresent()) {
      findings.add(
          ForbiddenCharacters.outOfPlace(
              stranger.getAsInt(), key.span(), "keys are words of the language, in plain letters"));
    }
    add(key, value, false);
  }

  /** Adds an item to the list under a key. */
  void item(PlanNode.Scalar key, PlanNode value) {
    add(key, value, true);
  }

  private void add(PlanNode.Scalar key, PlanNode value, boolean isItem) {
    var before = said.get(key.text());
    if (before == null) {
      before = new Said(key, isItem);
      said.put(key.text(), before);
    } else if (!isItem || !before.isGrowing) {
      findings.add(twice(key, before.key.span()));
      return;
    }
    before.nodes.add(value);
  }

  private static Diagnostic twice(PlanNode.Scalar key, Span first) {
    return Diagnostic.at(
            key.span(),
            Rule.DUPLICATE_KEY,
            "`"
                + key.text()
                + "` is said on line "
                + first.line()
                + " and on line "
                + key.span().line())
        .labelled(first, "first said here")
        .help("keep one of the two");
  }

  PlanNode.Mapping mapping(Span span) {
    return new PlanNode.Mapping(said.values().stream().map(Said::entry).toList(), span);
  }
}
