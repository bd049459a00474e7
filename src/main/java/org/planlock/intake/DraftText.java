package org.planlock.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.check.PlanChecks;
import org.planlock.plan.coverage.Coverage;
import org.planlock.source.SourceFile;
import org.planlock.syntax.ForbiddenCharacters;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.SourceReading;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.notation.PlanNotation;

/**
 * Writes a draft as a person would have written it, with comments, in any notation.
 *
 * <p>The notations' own writers know no comments, and a comment means nothing: so the text is
 * written without them, read back to find where each part stands, and comments are set on lines of
 * their own above it. What comes out is read once more, and says exactly what the draft says.
 */
public final class DraftText {
  private final String name;
  private final PlanNotation notation;

  /**
   * A writer of one file.
   *
   * @param name what messages call the file
   */
  public DraftText(String name, PlanNotation notation) {
    this.name = name;
    this.notation = notation;
  }

  /** A text without mistakes, and how much of the plan it leaves open. */
  public record Written(String text, Coverage coverage, List<Diagnostic> remarkable) {
    public Written {
      remarkable = List.copyOf(remarkable);
    }
  }

  /** The text, or why this draft is no plan. */
  public Checked<Written> write(PlanDraft draft) {
    var hidden = hidden(draft.tree()).toList();
    if (!hidden.isEmpty()) {
      return Checked.failed(hidden);
    }
    return notation.writer().write(draft.tree()).then(bare -> commented(draft, bare));
  }

  private Checked<Written> commented(PlanDraft draft, String bare) {
    return read(bare)
        .then(
            tree ->
                PlanBinder.bind(tree)
                    .then(bound -> checked(bound))
                    .then(coverage -> whole(draft, bare, tree, coverage)));
  }

  private static Checked<Written> checked(BoundPlan bound) {
    var found = PlanChecks.all(bound);
    return Checked.of(new Written("", Coverage.of(bound), found), found);
  }

  private Checked<Written> whole(
      PlanDraft draft, String bare, PlanNode.Mapping tree, Written bound) {
    var text =
        above(draft, bare, tree)
            + new OpenFields(sign(), notation == PlanNotation.PLAN, name)
                .text(bound.coverage(), draft.quotes());
    if (text.getBytes(StandardCharsets.UTF_8).length > SourceReading.MOST_BYTES) {
      return Checked.failed(SourceReading.tooLarge(name));
    }
    return read(text)
        .map(
            again -> {
              if (!again.sameAs(tree)) {
                throw new IllegalStateException("a comment changed what " + name + " says");
              }
              return new Written(text, bound.coverage(), bound.remarkable());
            });
  }

  private Checked<PlanNode.Mapping> read(String text) {
    return notation.reader().read(SourceFile.of(name, text));
  }

  private String sign() {
    return notation == PlanNotation.YAML ? "#" : "//";
  }

  /** The text with each remark on lines of its own above what it speaks of. */
  private String above(PlanDraft draft, String bare, PlanNode.Mapping tree) {
    var lines = bare.split("\n", -1);
    var comments = new TreeMap<Integer, List<String>>();
    for (var remark : draft.remarks()) {
      int line = TreePaths.spanOf(tree, remark.path()).map(span -> span.line() - 1).orElse(0);
      comments.computeIfAbsent(line, at -> new ArrayList<>()).add(remark.text());
    }
    var text = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      var indent = lines[i].substring(0, lines[i].length() - lines[i].stripLeading().length());
      for (var comment : Optional.ofNullable(comments.get(i)).orElse(List.of())) {
        CommentLines.of(comment)
            .forEach(line -> text.append(indent).append(sign()).append(' ').append(line + "\n"));
      }
      text.append(lines[i]).append(i < lines.length - 1 ? "\n" : "");
    }
    return text.toString();
  }

  /** Characters that nobody can see, in what would become part of the plan. */
  private static Stream<Diagnostic> hidden(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar) {
      return ForbiddenCharacters.first(scalar.text(), scalar.span()).stream();
    }
    if (node instanceof PlanNode.Sequence list) {
      return list.items().stream().flatMap(DraftText::hidden);
    }
    return ((PlanNode.Mapping) node).entries().stream().flatMap(entry -> hidden(entry.value()));
  }
}
