package org.planlock.syntax.dsl;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.syntax.Findings;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.PlanWriter;

/** Writes the {@code .plan} notation, and reads it back to be sure that nothing was lost. */
public final class DslPlanWriter implements PlanWriter {
  @Override
  public Checked<String> write(PlanNode.Mapping plan) {
    var findings = new Findings();
    var page = new Page(findings);
    var known = PlanWords.PLAN.claims(plan);
    plan.entries().stream()
        .filter(entry -> !known.contains(entry.key().text()))
        .forEach(entry -> page.refuse(entry.key().text(), entry.value()));
    String text = Layout.of(PlanWords.PLAN.write(plan, page));
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    var back = new DslPlanReader().read(SourceFile.of("", text)).value();
    lost("", plan, back.orElse(null)).ifPresent(findings::add);
    return findings.unlessErrors(text);
  }

  /** The first value that would not be read back as it was. */
  private static Optional<Diagnostic> lost(String path, PlanNode said, @Nullable PlanNode back) {
    if (back != null && Alike.is(said, back)) {
      return Optional.empty();
    }
    if (said instanceof PlanNode.Mapping mapping
        && back instanceof PlanNode.Mapping other
        && mapping.entries().size() == other.entries().size()) {
      return mapping.entries().stream()
          .flatMap(entry -> lostUnder(path, entry, other).stream())
          .findFirst();
    }
    if (said instanceof PlanNode.Sequence list
        && back instanceof PlanNode.Sequence other
        && list.items().size() == other.items().size()) {
      return IntStream.range(0, list.items().size())
          .boxed()
          .flatMap(i -> lost(path, list.items().get(i), other.items().get(i)).stream())
          .findFirst();
    }
    return Optional.of(
        Diagnostic.at(
                said.span(),
                Rule.UNKNOWN_KEY,
                (path.isEmpty() ? "this plan" : "the value of `" + path + "`")
                    + " cannot be written in a `.plan` file")
            .note("read back, it would say something else")
            .help("keep this plan in YAML, or write the value as `plan new` shows"));
  }

  private static Optional<Diagnostic> lostUnder(
      String path, PlanNode.Entry entry, PlanNode.Mapping back) {
    String key = entry.key().text();
    String inner = path.isEmpty() ? key : path + "." + key;
    return lost(inner, entry.value(), back.get(key).orElse(null));
  }
}
