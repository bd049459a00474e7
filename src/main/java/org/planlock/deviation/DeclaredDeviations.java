package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.binding.TypeBinder;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** The deviations that people admit, as {@code deviations.yaml} lists them. */
public final class DeclaredDeviations {
  /** Nothing admitted. */
  public static final DeclaredDeviations NONE = new DeclaredDeviations(List.of());

  /** One admission and where it stands. */
  private record Entry(Declaration declaration, PlanNode item) {
    /** What the entry is about. */
    Span place() {
      return DeclarationFindings.place(item, "path", "code");
    }
  }

  private final List<Entry> entries;

  private DeclaredDeviations(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** What a file admits, with every mistake in it: a list, or a list under {@code deviations}. */
  public static Checked<DeclaredDeviations> of(PlanNode tree) {
    var list = list(tree);
    if (list.isEmpty()) {
      return Checked.failed(
          Diagnostic.at(tree.span(), Rule.WRONG_SHAPE, "here stands no list of deviations")
              .help("write `deviations:` and below it one deviation a line after `- `"));
    }
    var found = new ArrayList<Diagnostic>();
    var entries = new ArrayList<Entry>();
    for (var item : list.get().items()) {
      var unusable = EmptyReason.in(item).or(() -> LongReason.in(item));
      if (unusable.isPresent()) {
        found.add(unusable.get());
        continue;
      }
      var bound = new TypeBinder(DeclaredDeviations::noExpression).bind(Declaration.class, item);
      found.addAll(bound.diagnostics());
      bound.value().ifPresent(declaration -> check(new Entry(declaration, item), entries, found));
    }
    return found.isEmpty() ? Checked.of(new DeclaredDeviations(entries)) : Checked.failed(found);
  }

  /** These and others; what is about one deviation is looked for here first. */
  public DeclaredDeviations and(DeclaredDeviations others) {
    var longer = new ArrayList<>(entries);
    longer.addAll(others.entries);
    return new DeclaredDeviations(longer);
  }

  /** The admissions. */
  public List<Declaration> all() {
    return entries.stream().map(Entry::declaration).toList();
  }

  /** The first admission that is about a deviation. */
  Optional<Declaration> about(Deviation deviation, Evidence evidence) {
    return entriesAbout(deviation, evidence).findFirst().map(Entry::declaration);
  }

  /** What is wrong with the admissions beside what was found, each at its place. */
  List<Diagnostic> diagnostics(List<Deviation> deviations, Evidence evidence) {
    var found = new ArrayList<Diagnostic>();
    for (var entry : entries) {
      var about =
          deviations.stream().filter(d -> isAbout(entry.declaration(), d, evidence)).toList();
      if (about.isEmpty()) {
        found.add(DeclarationFindings.notFound(entry.declaration(), entry.place(), deviations));
      }
      about.stream()
          .filter(d -> d.declaration().filter(entry.declaration()::equals).isPresent())
          .flatMap(d -> DeclarationFindings.of(d, entry.item()).stream())
          .forEach(found::add);
    }
    for (var deviation : deviations) {
      var places = entriesAbout(deviation, evidence).map(Entry::place).toList();
      if (places.size() > 1) {
        found.add(DeclarationFindings.twice(deviation, places));
      }
    }
    return found.stream().distinct().toList();
  }

  /** The admissions of what was not found. */
  List<Declaration> notFound(List<Deviation> deviations, Evidence evidence) {
    return all().stream()
        .filter(one -> deviations.stream().noneMatch(d -> isAbout(one, d, evidence)))
        .toList();
  }

  private Stream<Entry> entriesAbout(Deviation deviation, Evidence evidence) {
    return entries.stream().filter(entry -> isAbout(entry.declaration(), deviation, evidence));
  }

  /** A path that nothing in the plan can have is a slip; where it may be open it is kept. */
  public List<Diagnostic> misplaced(PlanNode plan) {
    return entries.stream()
        .flatMap(
            entry ->
                DeclarationFindings.misplaced(entry.declaration(), entry.place(), plan).stream())
        .toList();
  }

  private static Optional<PlanNode.Sequence> list(PlanNode tree) {
    var node =
        tree instanceof PlanNode.Mapping mapping && mapping.entries().size() == 1
            ? mapping.get("deviations").orElse(tree)
            : tree;
    return node instanceof PlanNode.Sequence list ? Optional.of(list) : Optional.empty();
  }

  private static void check(Entry entry, List<Entry> entries, List<Diagnostic> found) {
    var declaration = entry.declaration();
    if (declaration.path().isEmpty() && declaration.code().isEmpty()) {
      found.add(
          Diagnostic.at(entry.place(), Rule.MISSING_KEY, "neither `path` nor `code` is given")
              .help("write the path or the code of the deviation, as the report shows them"));
    } else if (declaration.code().filter(code -> !code.matches("X5\\d\\d")).isPresent()) {
      found.add(
          Diagnostic.at(
                  DeclarationFindings.place(entry.item(), "code"),
                  Rule.UNKNOWN_WORD,
                  "`" + declaration.code().orElse("") + "` is not the code of a deviation")
              .help("write a code such as `X512`"));
    } else if (entries.stream().anyMatch(one -> isSame(one.declaration(), declaration))) {
      found.add(
          Diagnostic.at(
                  entry.place(),
                  Rule.DUPLICATE_ITEM,
                  "`" + declaration.subject() + "` is declared twice in this file")
              .help("keep the one that says what happened"));
    } else {
      entries.add(entry);
    }
  }

  private static boolean isSame(Declaration one, Declaration other) {
    return one.path().equals(other.path())
        && one.code().equals(other.code())
        && one.participant().equals(other.participant());
  }

  private static boolean isAbout(Declaration declared, Deviation found, Evidence evidence) {
    boolean code = declared.code().isEmpty() || declared.code().get().equals(found.rule().code());
    boolean who =
        declared.participant().isEmpty() || declared.participant().equals(found.participant());
    return code && who && declared.path().map(p -> isAt(p, declared, found, evidence)).orElse(true);
  }

  /** A path names its own place, in any spelling; with the code beside it, all that lies in it. */
  private static boolean isAt(
      String path, Declaration declared, Deviation found, Evidence evidence) {
    if (path.equals(found.path())
        || (declared.code().isPresent() && PlanPaths.within(found.path(), path))) {
      return true;
    }
    boolean copied = path.matches("(penalty|validate)\\b.*") && found.path().endsWith("." + path);
    var node = evidence.paths().node(path);
    return copied
        || (node.isPresent()
            && evidence.paths().node(found.path()).filter(n -> n == node.get()).isPresent());
  }

  private static Checked<org.planlock.syntax.ExpressionNode> noExpression(PlanNode.Scalar scalar) {
    return Checked.failed(
        Diagnostic.at(scalar.span(), Rule.WRONG_SHAPE, "no expression may stand here"));
  }
}
