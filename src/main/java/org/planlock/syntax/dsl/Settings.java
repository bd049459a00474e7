package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/**
 * Values for places elsewhere in the plan, each named by its path: {@code penalty.lambda 60 values
 * log_spaced from 20 to 0.05}.
 */
record Settings(String key, Supplier<Vocabulary> plan) implements Statement {
  @Override
  public boolean opensAt(Passage passage, int index) {
    var path =
        passage
            .part(index)
            .filter(part -> passage.isKind(index, Part.Kind.WORD))
            .map(part -> part.span().text());
    if (path.isEmpty() || path.get().indexOf('.') < 1) {
      return false;
    }
    String root = path.get().substring(0, path.get().indexOf('.'));
    return Stream.concat(
            plan.get().words(), Stream.of("roi", "rois", "models", "measures", "variables"))
        .anyMatch(root::equals);
  }

  @Override
  public void read(Passage passage, Entries into) {
    int start = passage.index();
    var path = passage.term();
    var setting = new Entries();
    setting.put(passage, new PlanNode.Scalar("path", path.span()), path);
    Clause.value(passage, new InBraces(formOf(path.text())), path.span())
        .ifPresent(
            value -> setting.put(passage, new PlanNode.Scalar("value", value.span()), value));
    into.add(passage, new PlanNode.Scalar(key, path.span()), setting.mapping(passage.since(start)));
  }

  private Form formOf(String path) {
    return plan.get().formOf(List.of(path.split("\\."))).orElse(Forms.PHRASE);
  }

  @Override
  public Stream<String> words() {
    return Stream.of();
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
    if (!(value.get() instanceof PlanNode.Sequence settings)) {
      page.refuse(key, value.get());
      return List.of();
    }
    var sentences = new ArrayList<Sentence>();
    settings.items().forEach(setting -> one(setting, page).ifPresent(sentences::add));
    return sentences;
  }

  private Optional<Sentence> one(PlanNode node, Page page) {
    if (node instanceof PlanNode.Mapping setting && setting.entries().size() == 2) {
      var path = setting.get("path").flatMap(Forms::text);
      var value = setting.get("value");
      if (path.isPresent() && value.isPresent()) {
        Form form = new InBraces(formOf(path.get()));
        var written =
            Clause.written(value.get(), form, page)
                .or(() -> Clause.written(value.get(), Forms.PHRASE, page));
        if (written.isPresent()) {
          return written.map(sentence -> sentence.after(path.get()));
        }
      }
    }
    page.refuse(key, node);
    return Optional.empty();
  }

  /**
   * A limit on numbers stays a phrase here, as it does when a variant is written in YAML, unless it
   * stands in braces.
   */
  private record InBraces(Form form) implements Form {
    private boolean isLimit() {
      return form == SampleWords.ABORT;
    }

    @Override
    public PlanNode read(Passage passage) {
      var block = isLimit() ? passage.block() : Optional.<Part.Block>empty();
      if (block.isPresent()) {
        return form.read(passage.inside(block.get().parts(), block.get().span()));
      }
      return isLimit() ? passage.phrase() : form.read(passage);
    }

    @Override
    public Optional<Sentence> write(PlanNode value, Page page) {
      if (isLimit() && value instanceof PlanNode.Mapping) {
        return form.write(value, page.inside())
            .map(limit -> Sentence.of("").withBlock(List.of(limit)));
      }
      return isLimit() ? Forms.PHRASE.write(value, page) : form.write(value, page);
    }

    @Override
    public boolean mayBeEmpty() {
      return isLimit() || form.mayBeEmpty();
    }
  }
}
