package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** {@code = connectivity(vmPFC, amygdala)}: how a measure is made, and of which regions. */
record MeasureValue() implements Statement {
  private static final Set<String> PARTS = Set.of("roi", "rois", "seed", "target");

  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, "=");
  }

  @Override
  public void read(Passage passage, Entries into) {
    passage.skip(1);
    if (!passage.isCall(passage.index())) {
      passage.report(
          Diagnostic.at(
                  passage.here(),
                  Rule.UNEXPECTED_TOKEN,
                  "a measure is made of regions, found `" + passage.here().text() + "`")
              .help("write it as `= mean_signal(amygdala)` or `= connectivity(vmPFC, amygdala)`"));
      Strays.pass(passage);
      return;
    }
    int start = passage.index();
    var verb = passage.scalar(start, start + 1);
    var group = (Part.Group) passage.part(start + 1).orElseThrow();
    passage.skip(2);
    var value = new Entries();
    boolean repeated = passage.looksAt("for") && !passage.isAt(passage.index() + 2, "in");
    if (repeated && passage.take("for") && passage.hasValue()) {
      var regions =
          passage.looksAt("every") ? Forms.PHRASE.read(passage) : Forms.NAMES.read(passage);
      value.put(passage, new PlanNode.Scalar("roi", group.span()), regions);
    } else {
      arguments(passage.inside(group.parts(), group.span()), group.span(), value);
    }
    into.put(passage, verb, value.mapping(passage.since(start)));
  }

  private static void arguments(Passage inner, Span span, Entries value) {
    if (inner.atEnd()) {
      inner.report(
          Diagnostic.at(span, Rule.MISSING_VALUE, "no region is named")
              .help("name one, as in `mean_signal(amygdala)`"));
      return;
    }
    var names = (PlanNode.Sequence) Forms.NAMES.read(inner);
    if (inner.take("->") && inner.hasValue() && names.items().size() == 1) {
      value.put(inner, new PlanNode.Scalar("seed", span), names.items().get(0));
      value.put(inner, new PlanNode.Scalar("target", span), inner.term());
    } else if (names.items().size() == 1) {
      value.put(inner, new PlanNode.Scalar("roi", span), names.items().get(0));
    } else {
      value.put(inner, new PlanNode.Scalar("rois", span), names);
    }
    if (!inner.atEnd()) {
      Strays.skip(inner);
    }
  }

  @Override
  public Stream<String> words() {
    return Stream.of();
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return from.entries().stream()
        .filter(entry -> isMade(entry.value()))
        .map(entry -> entry.key().text())
        .collect(Collectors.toSet());
  }

  private static boolean isMade(PlanNode value) {
    return value instanceof PlanNode.Mapping made
        && !made.entries().isEmpty()
        && made.entries().stream().allMatch(entry -> PARTS.contains(entry.key().text()));
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    return from.entries().stream()
        .filter(entry -> isMade(entry.value()))
        .map(
            entry ->
                Sentence.of(
                    "= " + entry.key().text() + written((PlanNode.Mapping) entry.value(), page)))
        .toList();
  }

  private static String written(PlanNode.Mapping made, Page page) {
    var seed = made.get("seed").flatMap(Forms::text);
    if (seed.isPresent()) {
      return "("
          + region(seed.get(), page)
          + " -> "
          + made.get("target").flatMap(Forms::text).map(page::term).orElse("")
          + ")";
    }
    if (made.get("rois").orElse(null) instanceof PlanNode.Sequence rois) {
      return "(" + listed(rois, page) + ")";
    }
    if (made.get("roi").orElse(null) instanceof PlanNode.Sequence regions) {
      return "(roi) for " + listed(regions, page);
    }
    Optional<String> roi = made.get("roi").flatMap(Forms::text);
    return roi.orElse("").startsWith("every ")
        ? "(roi) for " + roi.orElse("")
        : "(" + roi.map(name -> region(name, page)).orElse("") + ")";
  }

  /** Alone, the word {@code none} would be the empty list. */
  private static String region(String name, Page page) {
    return name.equals("none") ? Quotes.around(name) : page.term(name);
  }

  private static String listed(PlanNode.Sequence names, Page page) {
    return Forms.NAMES.write(names, page).map(sentence -> sentence.chunks().get(0)).orElse("");
  }
}
