package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/** Numbered steps: {@code 5 scale imaging to z(sd n-1) using training_fold}. */
record Steps(Map<String, Shape> verbs) implements Statement {
  private static final String KEY = "steps";
  private static final String SKIPPED = "not_applicable";

  @Override
  public boolean opensAt(Passage passage, int index) {
    boolean verb =
        passage.isAt(index + 1, SKIPPED)
            || verbs.keySet().stream().anyMatch(word -> passage.isAt(index + 1, word));
    return verb && passage.isKind(index, Part.Kind.NUMBER);
  }

  @Override
  public void read(Passage passage, Entries into) {
    int start = passage.index();
    var step = new Entries();
    var number = passage.term();
    step.put(passage, new PlanNode.Scalar("step", number.span()), number);
    var verb = passage.scalar(passage.index(), passage.index() + 1);
    if (verb.text().equals(SKIPPED)) {
      NotApplicable.read(passage)
          .filter(PlanNode.Mapping.class::isInstance)
          .ifPresent(
              reason ->
                  ((PlanNode.Mapping) reason)
                      .entries()
                      .forEach(entry -> step.put(passage, entry.key(), entry.value())));
    } else {
      passage.skip(1);
      verbs.getOrDefault(verb.text(), Shape.of()).read(passage, step);
    }
    into.add(passage, new PlanNode.Scalar(KEY, number.span()), step.mapping(passage.since(start)));
  }

  @Override
  public Stream<String> words() {
    return verbs.keySet().stream();
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of(KEY);
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var value = from.get(KEY);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof PlanNode.Sequence steps)) {
      page.refuse(KEY, value.get());
      return List.of();
    }
    return steps.items().stream().flatMap(step -> one(step, page).stream()).toList();
  }

  private Optional<Sentence> one(PlanNode node, Page page) {
    if (node instanceof PlanNode.Mapping step) {
      var number = step.get("step").flatMap(Forms::text).filter(text -> text.matches("[0-9]+"));
      var verb = verbs.keySet().stream().filter(word -> step.get(word).isPresent()).findFirst();
      if (number.isPresent() && verb.isPresent()) {
        return Optional.of(
            verbs
                .getOrDefault(verb.get(), Shape.of())
                .write(step, Set.of("step"), page)
                .after(number.get() + " " + verb.get()));
      }
      var reason = step.get(SKIPPED).flatMap(Forms::text);
      if (number.isPresent() && reason.isPresent() && step.entries().size() == 2) {
        return Optional.of(
            Sentence.of(number.get() + " " + SKIPPED + " because " + Quotes.around(reason.get())));
      }
    }
    page.refuse(KEY, node);
    return Optional.empty();
  }

  /**
   * A path names a step by its number; what is set is one of its clauses or the step as a whole.
   */
  @Override
  public Optional<Form> formOf(List<String> path) {
    if (path.isEmpty() || !path.get(0).matches("[0-9]+")) {
      return Optional.empty();
    }
    if (path.size() == 1) {
      return Optional.of(new WholeStep(this));
    }
    return verbs.values().stream()
        .flatMap(shape -> shape.formOf(path.subList(1, path.size())).stream())
        .findFirst();
  }

  /** A step with its number and verb, where a variant replaces one. */
  private record WholeStep(Steps steps) implements Form {
    @Override
    public PlanNode read(Passage passage) {
      if (!steps.opensAt(passage, passage.index())) {
        return passage.phrase();
      }
      var entries = new Entries();
      steps.read(passage, entries);
      return ((PlanNode.Sequence) entries.get(KEY).orElseThrow()).items().get(0);
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      return value instanceof PlanNode.Mapping
          ? steps.one(value, page)
          : Forms.PHRASE.write(value, page);
    }
  }
}
