package org.planlock.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.RelativePath;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.contract.FilesContract;
import org.planlock.source.Span;

/** A pattern of files that leads outside the plan's folder, or that no file name can match. */
final class UnsafePattern implements PlanCheck {
  private static final Pattern PART = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]*}|[*?]");

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var files = facts.plan().data().stated().map(DataContract::files);
    return files.flatMap(declared -> declared.stated()).orElse(List.<FilesContract>of()).stream()
        .flatMap(
            contract ->
                finding(
                    contract.pattern(),
                    facts.places().of(Places.path("data.files", contract.name()) + ".pattern"))
                    .stream());
  }

  /** The finding for a pattern that may not be used; what differs from file to file is any word. */
  static Optional<Diagnostic> finding(String pattern, Span place) {
    var one = PART.matcher(pattern).replaceAll("x");
    return one.indexOf('{') >= 0 || one.indexOf('}') >= 0
        ? Optional.of(
            Diagnostic.at(
                    place, Rule.UNREADABLE_PHRASE, "`" + pattern + "` is no pattern of file names")
                .help("put each name that differs in braces, as in `sub-{participant_id}.tsv`"))
        : RelativePath.fault(one).map(fault -> RelativePath.finding(pattern, fault, place));
  }
}
