package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planlock.syntax.CursorAnswer;
import org.planlock.syntax.PlanNode;

/**
 * What may follow an opening: values in a fixed order, then clauses in any order, then perhaps a
 * block.
 */
record Shape(List<Slot> head, List<Statement> clauses, @Nullable Vocabulary body) {
  static Shape of(Slot... head) {
    return new Shape(List.of(head), List.of(), null);
  }

  Shape with(Statement... more) {
    return new Shape(head, List.of(more), body);
  }

  Shape andBody(Vocabulary block) {
    return new Shape(head, clauses, block);
  }

  /** Reads all of it into a mapping. */
  void read(Passage passage, Entries into) {
    passage.enter(new Clauses(clauses));
    head.forEach(slot -> slot.read(passage, into));
    Set<Statement> used = Collections.newSetFromMap(new IdentityHashMap<>());
    boolean done = false;
    while (!done && !passage.atEnd() && !passage.isFull()) {
      done = !readOne(passage, into, used);
    }
    passage.leave();
  }

  private boolean readOne(Passage passage, Entries into, Set<Statement> used) {
    var clause = clauses.stream().filter(c -> c.opensAt(passage, passage.index())).findFirst();
    if (clause.isPresent() && (used.add(clause.get()) || !passage.opensOutside(passage.index()))) {
      clause.get().read(passage, into);
      return true;
    }
    var block = body == null ? Optional.<Part.Block>empty() : passage.block();
    if (block.isPresent() && body != null) {
      body.read(passage.inside(block.get().parts(), block.get().span()), into);
      return false;
    }
    if (passage.opens(passage.index())) {
      return false;
    }
    Strays.skip(passage);
    return true;
  }

  Set<String> claims(PlanNode.Mapping from) {
    var keys = new HashSet<String>();
    head.forEach(slot -> keys.add(slot.key()));
    clauses.forEach(clause -> keys.addAll(clause.claims(from)));
    if (body != null) {
      keys.addAll(body.claims(from));
    }
    return keys;
  }

  /**
   * The mapping as it is written, without its opening; keys in {@code constants} are said by the
   * opening.
   */
  Sentence write(PlanNode.Mapping from, Set<String> constants, Page page) {
    from.entries().stream()
        .filter(
            entry ->
                !constants.contains(entry.key().text())
                    && !claims(from).contains(entry.key().text()))
        .forEach(entry -> page.refuse(entry.key().text(), entry.value()));
    page.enter(new Clauses(clauses));
    var chunks = new ArrayList<String>();
    var first = new ArrayList<String>();
    for (Slot slot : head) {
      from.get(slot.key()).ifPresent(value -> first.addAll(writeSlot(slot, value, page)));
    }
    if (!first.isEmpty()) {
      chunks.add(String.join(" ", first));
    }
    clauses.stream()
        .flatMap(clause -> clause.write(from, page).stream())
        .forEach(sentence -> append(chunks, sentence.chunks()));
    page.leave();
    var sentence = Sentence.of(chunks);
    return body == null ? sentence : sentence.withBlock(body.write(from, page.inside()));
  }

  /** What is said by a sign stays with the name before it. */
  private static void append(List<String> chunks, List<String> more) {
    boolean sign = !more.isEmpty() && more.get(0).startsWith("= ") && chunks.size() == 1;
    if (sign) {
      chunks.set(0, chunks.get(0) + " " + more.get(0));
    }
    chunks.addAll(sign ? more.subList(1, more.size()) : more);
  }

  private static List<String> writeSlot(Slot slot, PlanNode value, Page page) {
    var written = Clause.written(value, slot.form(), page);
    if (written.isEmpty()) {
      page.refuse(slot.key(), value);
    }
    return written.map(Sentence::chunks).orElse(List.of());
  }

  /** The form of the value at a path below this shape. */
  Optional<Form> formOf(List<String> path) {
    if (path.size() == 1) {
      var slot = head.stream().filter(s -> s.key().equals(path.get(0))).findFirst();
      if (slot.isPresent()) {
        return slot.map(Slot::form);
      }
    }
    var inBody = body == null ? Optional.<Form>empty() : body.formOf(path);
    return inBody.isPresent()
        ? inBody
        : clauses.stream().flatMap(clause -> clause.formOf(path).stream()).findFirst();
  }

  /** The clauses that may come next. */
  private record Clauses(List<Statement> clauses) implements Scope {
    @Override
    public boolean opensAt(Passage passage, int index) {
      for (var clause : clauses) {
        if (clause.opensAt(passage, index)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Stream<String> words() {
      return clauses.stream().flatMap(Statement::words);
    }

    @Override
    public Stream<CursorAnswer.Opener> openers() {
      return clauses.stream().flatMap(Statement::openers);
    }
  }
}
