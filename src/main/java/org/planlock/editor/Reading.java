package org.planlock.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;

/**
 * What can be read of a text.
 *
 * @param tree the plan as it is written; of a broken text what can be read of it, and the rest as
 *     it was before it broke
 * @param isWhole whether the text can be read without a mistake
 * @param wasWhole whether the text of the tree could be: it has the places of the names
 */
public record Reading(PlanNode.Mapping tree, boolean isWhole, NameTable names, boolean wasWhole) {
  /** So many broken sections are looked for; more are no text that somebody is about to finish. */
  private static final int MOST_BROKEN = 6;

  /** Reads a text. */
  static Reading of(SourceFile source, Language language, Optional<Reading> before) {
    var read = language.notation().reader().read(source);
    if (read.isSound()) {
      return of(read.orThrow(), true, language);
    }
    var tree = merged(recovered(source, language), before.map(Reading::tree));
    return of(tree, false, language);
  }

  private static Reading of(PlanNode.Mapping tree, boolean isWhole, Language language) {
    return new Reading(
        tree, isWhole, NameTable.of(tree, language.grain().hasSlashComments()), isWhole);
  }

  /** The same for a text that was changed since. */
  Reading outdated() {
    return new Reading(tree, false, names, wasWhole);
  }

  /** The name at an offset of a text, which may be a later one than was read. */
  Optional<PlanReference> nameAt(SourceFile text, int offset) {
    if (isWhole || !wasWhole) {
      return isWhole ? names.at(offset) : Optional.empty();
    }
    var moved = Moved.between(tree.span().file(), text);
    var earlier = moved.back(offset);
    return earlier.isPresent() && moved.isSameWord(offset, earlier.getAsInt())
        ? names.at(earlier.getAsInt())
        : Optional.empty();
  }

  /** Without the sections that cannot be read. */
  private static PlanNode.Mapping recovered(SourceFile source, Language language) {
    var sections = language.grain().sections(source);
    var text = source;
    for (int i = 0; i <= MOST_BROKEN; i++) {
      var read = unfinished(text, language);
      if (read.value().isPresent()) {
        return read.value().get();
      }
      var broken = read.diagnostics().stream().filter(Diagnostic::isError).findFirst();
      if (broken.isEmpty()) {
        break;
      }
      text = without(text, sections, broken.get().span().start());
    }
    return new PlanNode.Mapping(List.of(), new org.planlock.source.Span(source, 0, 0));
  }

  static Checked<PlanNode.Mapping> unfinished(SourceFile source, Language language) {
    return language.notation().reader().readUnfinished(source);
  }

  private static SourceFile without(SourceFile source, List<Section> sections, int offset) {
    var section =
        sections.stream()
            .filter(each -> each.holds(offset))
            .reduce((a, b) -> b)
            .orElseGet(() -> new Section(0, source.length()));
    var blank = new StringBuilder();
    source
        .slice(section.start(), section.end())
        .codePoints()
        .forEach(p -> blank.append(p == '\n' ? '\n' : ' '));
    return SourceFile.of(
        source.name(),
        source.slice(0, section.start()) + blank + source.slice(section.end(), source.length()));
  }

  /** What is missing now is taken from before. */
  private static PlanNode.Mapping merged(PlanNode.Mapping now, Optional<PlanNode.Mapping> before) {
    if (before.isEmpty()) {
      return now;
    }
    var entries = new LinkedHashMap<String, PlanNode.Entry>();
    now.entries().forEach(entry -> entries.put(entry.key().text(), entry));
    for (var old : before.get().entries()) {
      var key = old.key().text();
      var known = entries.putIfAbsent(key, old);
      if (known != null
          && known.value() instanceof PlanNode.Sequence items
          && old.value() instanceof PlanNode.Sequence more) {
        entries.put(key, new PlanNode.Entry(known.key(), both(items, more)));
      }
    }
    return new PlanNode.Mapping(List.copyOf(entries.values()), now.span());
  }

  private static PlanNode.Sequence both(PlanNode.Sequence items, PlanNode.Sequence more) {
    var all = new ArrayList<>(items.items());
    var names = items.items().stream().flatMap(item -> name(item).stream()).toList();
    more.items().stream()
        .filter(item -> name(item).filter(name -> !names.contains(name)).isPresent())
        .forEach(all::add);
    return new PlanNode.Sequence(all, items.span());
  }

  private static Optional<String> name(PlanNode item) {
    return item instanceof PlanNode.Mapping mapping
        ? Expectation.text(mapping, "name").or(() -> Expectation.text(mapping, "id"))
        : Optional.empty();
  }
}
