package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.PlanNode;

/**
 * Values with commas between them; a list of one or none may also stand in square brackets.
 *
 * @param ofNames whether each is one word, so that what follows the last one is no part of it
 * @param plainAlone whether a single value without brackets is no list
 */
record Listed(boolean ofNames, boolean plainAlone) implements Form {
  @Override
  public PlanNode read(Passage passage) {
    int start = passage.index();
    if (passage.peek().orElseThrow() instanceof Part.Group group && group.square()) {
      passage.skip(1);
      var inner = passage.inside(group.parts(), group.span());
      return new PlanNode.Sequence(inner.atEnd() ? List.of() : items(inner), group.span());
    }
    boolean none = passage.looksAt("none") && !passage.isAt(start + 1, ",");
    if (none && !plainAlone) {
      passage.skip(1);
      return new PlanNode.Sequence(List.of(), passage.since(start));
    }
    var items = items(passage);
    return plainAlone && items.size() == 1
        ? items.get(0)
        : new PlanNode.Sequence(items, passage.since(start));
  }

  private List<PlanNode> items(Passage passage) {
    var items = new ArrayList<PlanNode>();
    do {
      if (!passage.hasValue()) {
        passage.report(
            Diagnostic.at(passage.here(), Rule.MISSING_VALUE, "nothing follows the comma")
                .help("name one more, or delete the comma"));
        return items;
      }
      items.add(ofNames ? passage.item() : passage.phraseBeforeComma());
    } while (passage.take(","));
    return items;
  }

  @Override
  public Optional<Sentence> write(PlanNode value, Page page) {
    if (value instanceof PlanNode.Sequence sequence) {
      return sequence.items().stream().allMatch(PlanNode.Scalar.class::isInstance)
          ? Optional.of(Sentence.of(written(sequence, page)))
          : Optional.empty();
    }
    return Forms.text(value).map(text -> Sentence.of(alone(text.strip(), value, page)));
  }

  private String alone(String text, PlanNode value, Page page) {
    if (plainAlone) {
      return word(value, page);
    }
    return text.equals("none") ? text : item(value, page);
  }

  private String written(PlanNode.Sequence sequence, Page page) {
    if (sequence.items().isEmpty()) {
      return plainAlone ? "[]" : "none";
    }
    String joined =
        sequence.items().stream().map(item -> item(item, page)).collect(Collectors.joining(", "));
    return plainAlone && sequence.items().size() == 1 ? "[" + joined + "]" : joined;
  }

  private String item(PlanNode item, Page page) {
    String text = Forms.text(item).orElse("");
    return text.matches("(?s)none\\b.*") ? Quotes.around(text) : word(item, page);
  }

  private String word(PlanNode item, Page page) {
    String text = Forms.text(item).orElse("");
    return ofNames ? page.term(text) : page.phrase(text, true);
  }
}
