package org.planlock.syntax.yaml;

import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.source.SourceFile;
import org.planlock.syntax.Findings;
import org.planlock.syntax.ForbiddenCharacters;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.PlanReader;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * Reads YAML as plain data: mappings, lists and texts, without aliases, tags, merges or guesses
 * about types.
 */
public final class YamlPlanReader implements PlanReader {
  @Override
  public Checked<PlanNode.Mapping> readUnfinished(SourceFile source) {
    var findings = new Findings();
    var events = new YamlEvents(source, findings).read();
    boolean isWhole =
        !events.isEmpty()
            && events.get(events.size() - 1) instanceof StreamEndEvent
            && events.stream().noneMatch(AliasEvent.class::isInstance);
    var root =
        isWhole
            ? new YamlTree(source, findings, events).root()
            : Optional.<PlanNode.Mapping>empty();
    return root.map(tree -> Checked.of(tree, findings.inOrder())).orElseGet(() -> read(source));
  }

  @Override
  public Checked<PlanNode.Mapping> read(SourceFile source) {
    var findings = new Findings();
    ForbiddenCharacters.report(source, findings);
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    var events = new YamlEvents(source, findings).read();
    if (!findings.isSound()) {
      return Checked.failed(findings.inOrder());
    }
    var root = new YamlTree(source, findings, events).root();
    return root.isPresent()
        ? Checked.of(root.get(), findings.inOrder())
        : Checked.failed(findings.inOrder());
  }
}
