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
 * {@code plan "name" language 1 { … }}: what the plan is called and which version of the language
 * it is written in.
 */
record Header(Vocabulary inside) implements Statement {
  private static final String VERSION = "planlock";
  private static final String KEY = "plan";

  @Override
  public boolean opensAt(Passage passage, int index) {
    return passage.isAt(index, KEY)
        && (passage.isKind(index + 1, Part.Kind.STRING)
            || passage.part(index + 1).filter(Part.Block.class::isInstance).isPresent()
            || passage.isFirstOnLine(index));
  }

  @Override
  public void read(Passage passage, Entries into) {
    Span word = passage.here();
    int start = passage.index();
    passage.skip(1);
    var plan = new Entries();
    if (passage.isKind(passage.index(), Part.Kind.STRING)) {
      var id = passage.term();
      plan.put(passage, new PlanNode.Scalar("id", id.span()), id);
    } else {
      passage.report(
          Diagnostic.at(word, Rule.MISSING_VALUE, "the plan has no name")
              .help("write it as `plan \"my-study\" language 1 { … }`"));
    }
    language(passage, word, into);
    passage
        .block()
        .ifPresent(block -> inside.read(passage.inside(block.parts(), block.span()), plan));
    into.put(passage, new PlanNode.Scalar(KEY, word), plan.mapping(passage.since(start)));
  }

  private static void language(Passage passage, Span word, Entries into) {
    boolean isFirst = into.get(KEY).isEmpty();
    boolean isSilent = isFirst && !passage.looksAt("language");
    while (passage.looksAt("language")) {
      Span language = passage.here();
      passage.skip(1);
      var version = Clause.value(passage, Forms.WORD, language);
      // a second heading is one mistake, not also that of its language
      if (isFirst || into.get(VERSION).isEmpty()) {
        version.ifPresent(said -> into.put(passage, new PlanNode.Scalar(VERSION, language), said));
      }
    }
    if (isSilent && into.get(VERSION).isEmpty()) {
      passage.report(
          Diagnostic.at(word, Rule.MISSING_KEY, "the heading does not say the language of the plan")
              .help("write `language 1` behind the name"));
      into.put(passage, new PlanNode.Scalar(VERSION, word), new PlanNode.Scalar("1", word));
    }
  }

  @Override
  public Stream<String> words() {
    return Stream.of(KEY);
  }

  @Override
  public Set<String> claims(PlanNode.Mapping from) {
    return Set.of(VERSION, KEY);
  }

  @Override
  public List<Sentence> write(PlanNode.Mapping from, Page page) {
    var chunk = new ArrayList<String>(List.of(KEY));
    var plan =
        from.get(KEY).filter(PlanNode.Mapping.class::isInstance).map(PlanNode.Mapping.class::cast);
    plan.flatMap(mapping -> mapping.get("id"))
        .flatMap(Forms::text)
        .ifPresent(id -> chunk.add(Quotes.around(id)));
    from.get(VERSION)
        .flatMap(Forms::text)
        .ifPresent(version -> chunk.add("language " + page.term(version)));
    if (plan.isEmpty()) {
      from.get(KEY).ifPresent(value -> page.refuse(KEY, value));
      return List.of();
    }
    plan.get().entries().stream()
        .filter(
            entry ->
                !entry.key().text().equals("id")
                    && !inside.claims(plan.get()).contains(entry.key().text()))
        .forEach(entry -> page.refuse(entry.key().text(), entry.value()));
    return List.of(
        Sentence.of(String.join(" ", chunk)).withBlock(inside.write(plan.get(), page.inside())));
  }

  @Override
  public Optional<Form> formOf(List<String> path) {
    return path.size() > 1 && path.get(0).equals(KEY)
        ? inside.formOf(path.subList(1, path.size()))
        : Optional.empty();
  }
}
