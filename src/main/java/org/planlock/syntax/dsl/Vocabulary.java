package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.syntax.CursorAnswer;
import org.planlock.syntax.PlanNode;

/** The statements that a block knows, in the order in which they are written. */
record Vocabulary(List<Statement> statements) implements Scope {
  static Vocabulary of(Statement... statements) {
    return new Vocabulary(List.of(statements));
  }

  /** Reads all statements of a block. */
  void read(Passage passage, Entries into) {
    passage.enter(this);
    while (!passage.atEnd() && !passage.isFull()) {
      var statement =
          statements.stream().filter(s -> s.opensAt(passage, passage.index())).findFirst();
      if (statement.isPresent()) {
        statement.get().read(passage, into);
      } else {
        Strays.skip(passage);
      }
    }
    passage.leave();
  }

  @Override
  public boolean opensAt(Passage passage, int index) {
    for (var statement : statements) {
      if (statement.opensAt(passage, index)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Stream<String> words() {
    return statements.stream().flatMap(Statement::words);
  }

  @Override
  public Stream<CursorAnswer.Opener> openers() {
    return statements.stream().flatMap(Statement::openers);
  }

  Set<String> claims(PlanNode.Mapping from) {
    var keys = new HashSet<String>();
    statements.forEach(statement -> keys.addAll(statement.claims(from)));
    return keys;
  }

  /**
   * Everything that the mapping says in words of this block; other keys are the business of the
   * caller.
   */
  List<Sentence> write(PlanNode.Mapping from, Page page) {
    page.enter(this);
    var sentences = new ArrayList<Sentence>();
    statements.forEach(statement -> sentences.addAll(statement.write(from, page)));
    page.leave();
    return sentences;
  }

  /** The form of the value at a path below this block. */
  Optional<Form> formOf(List<String> path) {
    return statements.stream().flatMap(statement -> statement.formOf(path).stream()).findFirst();
  }
}
