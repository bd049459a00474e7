package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Statements that each add an item to one list; which of them stands there is part of what the item
 * says.
 */
record Items(String listKey, List<Kind> kinds) implements Statement {
  /**
   * One of the statements.
   *
   * @param constants what its opening says by itself
   */
  record Kind(Opening opening, Map<String, String> constants, Shape shape) {
    static Kind of(String opening, Shape shape) {
      return new Kind(Opening.of(opening), Map.of(), shape);
    }

    static Kind of(String opening, Map<String, String> constants, Shape shape) {
      return new Kind(Opening.of(opening), constants, shape);
    }

    private boolean fits(PlanNode.Mapping item) {
      boolean said =
          constants.entrySet().stream()
              .allMatch(
                  c ->
                      item.get(c.getKey())
                          .filter(
                              v -> v instanceof PlanNode.Scalar s && s.text().equals(c.getValue()))
                          .isPresent());
      return said
          && shape.head().stream()
              .filter(Slot::needed)
              .allMatch(slot -> item.get(slot.key()).isPresent());
    }
  }

  static Items of(String listKey, Kind... kinds) {
    return new Items(listKey, List.of(kinds));
  }

  static Items of(String listKey, String opening, Shape shape) {
    return of(listKey, Kind.of(opening, shape));
  }

  @Override
  public boolean opensAt(Passage passage, int index) {
    return opensAsWhole(passage, index) || kindAt(passage, index).isPresent();
  }

  private Optional<Kind> kindAt(Passage passage, int index) {
    for (var kind : kinds) {
      if (kind.opening().lengthAt(passage, index).isPresent()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The whole list in one word: not applicable, or none. */
  private boolean opensAsWhole(Passage passage, int index) {
    boolean listed = passage.isAt(index, listKey);
    if (passage.isAt(index + 1, "not_applicable")) {
      return listed || kinds.stream().anyMatch(kind -> passage.isAt(index, kind.opening().word()));
    }
    return listed && passage.isAt(index + 1, "none");
  }

  @Override
  public void read(Passage passage, Entries into) {
    var key = new PlanNode.Scalar(listKey, passage.here());
    if (opensAsWhole(passage, passage.index())) {
      passage.skip(1);
      int start = passage.index();
      into.put(
          passage,
          key,
          NotApplicable.read(passage)
              .orElseGet(
                  () -> {
                    passage.skip(1);
                    return new PlanNode.Sequence(List.of(), passage.since(start));
                  }));
      return;
    }
    Kind kind = kindAt(passage, passage.index()).orElseThrow();
    int start = passage.index();
    passage.skip(kind.opening().lengthAt(passage, start).orElse(1));
    Span word = passage.since(start);
    var item = new Entries();
    kind.constants()
        .forEach(
            (name, text) ->
                item.put(
                    passage, new PlanNode.Scalar(name, word), new PlanNode.Scalar(text, word)));
    kind.shape().read(passage, item);
    into.add(passage, key, item.mapping(passage.since(start)));
  }

  @Override
  public Stream<String> words() {
    return kinds.stream().map(kind -> kind.opening().word());
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of(listKey);
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var value = from.get(listKey);
    if (value.isEmpty()) {
      return List.of();
    }
    if (NotApplicable.is(value.get())) {
      return List.of(Sentence.of(listKey + " " + NotApplicable.write(value.get())));
    }
    if (!(value.get() instanceof PlanNode.Sequence sequence)) {
      page.refuse(listKey, value.get());
      return List.of();
    }
    return sequence.items().isEmpty()
        ? List.of(Sentence.of(listKey + " none"))
        : sequence.items().stream().flatMap(item -> writeItem(item, page).stream()).toList();
  }

  private Optional<Sentence> writeItem(PlanNode node, Page page) {
    if (node instanceof PlanNode.Mapping item) {
      var kind = kinds.stream().filter(k -> k.fits(item)).findFirst();
      if (kind.isPresent()) {
        return Optional.of(
            kind.get()
                .shape()
                .write(item, kind.get().constants().keySet(), page)
                .mapFirst(words -> notTheWholeList(kind.get(), words))
                .after(kind.get().opening().text()));
      }
    }
    page.refuse(listKey, node);
    return Optional.empty();
  }

  /** An item that is called {@code none} is not the empty list. */
  private String notTheWholeList(Kind kind, String words) {
    return listKey.equals(kind.opening().text()) && words.matches("(?s)none( .*)?")
        ? Quotes.around("none") + words.substring("none".length())
        : words;
  }

  /** A path into a list names the item by its name, which the form does not depend on. */
  @Override
  public Optional<Form> formOf(List<String> path) {
    boolean mine =
        path.size() > 1
            && (path.get(0).equals(listKey)
                || kinds.stream().anyMatch(kind -> kind.opening().word().equals(path.get(0))));
    if (!mine) {
      return Optional.empty();
    }
    if (path.size() == 2) {
      Shape shape = kinds.get(0).shape();
      // the path has named the item already, so its name may be left out
      var head = shape.head().stream().map(slot -> Slot.maybe(slot.key(), slot.form())).toList();
      return Optional.of(ShapeForm.of(new Shape(head, shape.clauses(), shape.body())));
    }
    var inner = new ArrayList<>(path.subList(2, path.size()));
    return kinds.stream().flatMap(kind -> kind.shape().formOf(inner).stream()).findFirst();
  }
}
