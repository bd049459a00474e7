package org.planlock.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.Plan;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.contract.TableContract;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.plan.inference.Inference;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.TermSet;
import org.planlock.plan.prepare.Variable;
import org.planlock.plan.sample.SampleRule;
import org.planlock.plan.sample.SampleRules;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Headcount;
import org.planlock.source.Span;

/** What checks ask about a plan, worked out once: its parts, its names, its terms, its places. */
record PlanFacts(
    BoundPlan bound, KnownNames names, Terms terms, Usage usage, Places places, NamedParts parts) {
  static PlanFacts of(BoundPlan bound) {
    var names = KnownNames.of(bound.plan());
    return new PlanFacts(
        bound,
        names,
        new Terms(bound.plan(), names),
        new Usage(bound.canonical()),
        new Places(bound.origins()),
        NamedParts.of(bound.plan()));
  }

  Plan plan() {
    return bound.plan();
  }

  List<ModelSpec> models() {
    return plan().models().orElse(List.of());
  }

  Optional<ModelSpec> model(String name) {
    return Optional.ofNullable(parts.models().get(name));
  }

  List<Variable> variables() {
    return plan().variables().orElse(List.of());
  }

  Optional<Variable> variable(String name) {
    return Optional.ofNullable(parts.variables().get(name));
  }

  List<TermSet> sets() {
    return plan().sets().orElse(List.of());
  }

  List<Preparation> preparations() {
    return plan().prepare().orElse(List.of());
  }

  Optional<Preparation> preparation(ModelSpec model) {
    return preparations().stream()
        .filter(p -> model.prepare().filter(p.name()::equals).isPresent())
        .findFirst();
  }

  List<Hypothesis> hypotheses() {
    return plan().hypotheses().orElse(List.of());
  }

  Optional<Inference> inference() {
    return plan().inference().stated();
  }

  Optional<SampleRules> sample() {
    return plan().sample().stated();
  }

  List<SampleRule> rules() {
    return sample().flatMap(s -> s.rules().stated()).orElse(List.of());
  }

  /** The number of participants that the plan aims at, if it says one. */
  Optional<Integer> target() {
    return sample().flatMap(s -> s.target().stated()).map(Headcount::count);
  }

  List<TableContract> tables() {
    return data(DataContract::tables);
  }

  List<ColumnContract> columns() {
    return data(DataContract::columns);
  }

  Optional<ColumnContract> column(String name) {
    return Optional.ofNullable(parts.columns().get(name));
  }

  private <T> List<T> data(Function<DataContract, Declared<List<T>>> part) {
    return plan().data().stated().map(part).flatMap(Declared::stated).orElse(List.of());
  }

  /** A finding at a path. */
  Diagnostic at(String path, Rule rule, String message) {
    return Diagnostic.at(places.of(path), rule, message);
  }

  /** A finding at a word below a path. */
  Diagnostic atWord(String path, String word, Rule rule, String message) {
    return Diagnostic.at(places.word(path, word), rule, message);
  }

  /** The word that brought a term into a model. */
  Span placeOfTerm(ModelSpec model, String term) {
    var path = Places.path("models", model.name());
    for (var word : model.terms()) {
      if (terms.expand(word).contains(term)) {
        return places.word(path + ".terms", word);
      }
    }
    return model.add().stream()
        .filter(word -> terms.expand(word).contains(term))
        .findFirst()
        .map(word -> places.word(path + ".add", word))
        .orElseGet(() -> places.of(path));
  }

  /** A key of a model. */
  Span placeOf(ModelSpec model, String key) {
    return places.of(Places.path("models", model.name()) + "." + key);
  }
}
