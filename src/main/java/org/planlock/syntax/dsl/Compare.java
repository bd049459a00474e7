package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * {@code compare full with reduced, fuller with full by cv_mse inference none}.
 *
 * @param late whether this is the place behind the plan's {@code inference}: where that is not
 *     applicable, it would be read as the comparison's if it came next
 */
record Compare(boolean late) implements Statement {
  private static final String KEY = "compare";
  private static final Clause FOR = Clause.of("for", new ForEach());
  private static final Clause INFERENCE = Clause.of("inference", Forms.PHRASE);
  private static final Shape HOW =
      Shape.of().with(FOR, Clause.of("by", Forms.PHRASE), new NotBeforeABlock(INFERENCE));
  private static final Shape PAIR =
      new Shape(
          List.of(Slot.of("model", Forms.WORD)),
          List.of(
              Clause.of("with", Forms.WORD),
              FOR,
              Clause.of("by", Forms.PHRASE),
              new NotBeforeABlock(INFERENCE)),
          null);
  private static final Items WRITTEN = Items.of(KEY, KEY, PAIR);

  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, KEY);
  }

  @Override
  public void read(Passage passage, Entries into) {
    Span word = passage.here();
    var key = new PlanNode.Scalar(KEY, word);
    if (passage.isAt(passage.index() + 1, "not_applicable")
        || passage.isAt(passage.index() + 1, "none")) {
      WRITTEN.read(passage, into);
      return;
    }
    passage.skip(1);
    var pairs = new ArrayList<PlanNode.Mapping>();
    do {
      pair(passage, word).ifPresent(pairs::add);
    } while (passage.take(","));
    var how = new Entries();
    HOW.read(passage, how);
    for (PlanNode.Mapping pair : pairs) {
      var item = new Entries();
      Stream.concat(pair.entries().stream(), how.all().stream())
          .forEach(entry -> item.put(passage, entry.key(), entry.value()));
      into.add(passage, key, item.mapping(pair.span()));
    }
  }

  private static Optional<PlanNode.Mapping> pair(Passage passage, Span word) {
    int start = passage.index();
    var model = passage.hasValue() ? passage.term() : passage.scalar(start - 1, start);
    if (!passage.looksAt("with") || passage.part(passage.index() + 1).isEmpty()) {
      passage.skip(start - passage.index());
      passage.report(
          Diagnostic.at(word, Rule.MISSING_VALUE, "two models are needed to compare")
              .help("write it as `compare full with reduced by cv_mse`"));
      Strays.pass(passage);
      return Optional.empty();
    }
    var pair = new Entries();
    pair.put(passage, new PlanNode.Scalar("model", model.span()), model);
    var with = passage.scalar(passage.index(), passage.index() + 1);
    passage.skip(1);
    pair.put(passage, with, passage.term());
    return Optional.of(pair.mapping(passage.since(start)));
  }

  @Override
  public Stream<String> words() {
    return Stream.of(KEY);
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of(KEY);
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    boolean mistakable = from.get("inference").filter(NotApplicable::is).isPresent();
    return mistakable == late ? WRITTEN.write(from, page) : List.of();
  }

  /** {@code inference { … }} behind a comparison is the plan's, not a part of it. */
  private record NotBeforeABlock(Clause clause) implements Statement {
    @Override
    public boolean opensAt(Passage passage, int index) {
      return clause.opensAt(passage, index)
          && passage.part(index + 1).filter(Part.Block.class::isInstance).isEmpty();
    }

    @Override
    public void read(Passage passage, Entries into) {
      clause.read(passage, into);
    }

    @Override
    public Stream<String> words() {
      return clause.words();
    }

    @Override
    public Set<String> claims(PlanNode.Mapping from) {
      return clause.claims(from);
    }

    @Override
    public List<Sentence> write(PlanNode.Mapping from, Page page) {
      return clause.write(from, page);
    }

    @Override
    public Optional<Form> formOf(List<String> path) {
      return clause.formOf(path);
    }
  }
}
