package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * A word and its value, which become one key of the tree.
 *
 * @param beside whether it is written on the line of the statement before it
 */
record Clause(Opening opening, String key, Form form, boolean beside) implements Statement {
  /** A clause whose key is its first word. */
  static Clause of(String opening, Form form) {
    return of(opening, Opening.of(opening).word(), form);
  }

  static Clause of(String opening, String key, Form form) {
    return new Clause(Opening.of(opening), key, form, false);
  }

  /** The same, written on the line of the statement before it. */
  Clause andBeside() {
    return new Clause(opening, key, form, true);
  }

  @Override
  public boolean opensAt(Passage passage, int index) {
    return opening.lengthAt(passage, index).isPresent();
  }

  @Override
  public void read(Passage passage, Entries into) {
    Span word = passage.here();
    passage.skip(opening.lengthAt(passage, passage.index()).orElse(1));
    var keyNode = new PlanNode.Scalar(key, word);
    value(passage, form, word).ifPresent(value -> into.put(passage, keyNode, value));
  }

  /** The value that follows an opening; absent, and reported, if none does. */
  static Optional<PlanNode> value(Passage passage, Form form, Span word) {
    var notApplicable = NotApplicable.read(passage);
    if (notApplicable.isPresent()) {
      return notApplicable;
    }
    if (!passage.hasValue() && !form.mayBeEmpty()) {
      passage.report(
          Diagnostic.at(word, Rule.MISSING_VALUE, "nothing follows `" + word.text() + "`")
              .help("write the value, or leave `" + word.text() + "` out"));
      return Optional.empty();
    }
    return Optional.of(form.read(passage));
  }

  @Override
  public Stream<String> words() {
    return Stream.of(opening.word()).filter(word -> Character.isLetter(word.charAt(0)));
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of(key);
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var value = from.get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    var written = written(value.get(), form, page);
    if (written.isEmpty()) {
      page.refuse(key, value.get());
    }
    return written.map(sentence -> sentence.after(opening.text()).placedBeside(beside)).stream()
        .toList();
  }

  /** A value in a form, or as not applicable. */
  static Optional<Sentence> written(PlanNode value, Form form, Page page) {
    return NotApplicable.is(value)
        ? Optional.of(Sentence.of(NotApplicable.write(value)))
        : form.write(value, page);
  }

  @Override
  public Optional<Form> formOf(List<String> path) {
    if (!path.get(0).equals(key)) {
      return Optional.empty();
    }
    return path.size() == 1
        ? Optional.of(form)
        : form instanceof ShapeForm inner
            ? inner.shape().formOf(path.subList(1, path.size()))
            : Optional.empty();
  }
}
