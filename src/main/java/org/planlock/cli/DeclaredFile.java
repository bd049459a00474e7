package org.planlock.cli;

import java.util.Optional;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.RegularFile;
import org.planlock.plan.BoundPlan;
import org.planlock.source.SourceFile;
import org.planlock.syntax.SourceReading;
import org.planlock.syntax.yaml.YamlPlanReader;

/** The file in which people declare deviations. */
final class DeclaredFile {
  private DeclaredFile() {}

  /**
   * What it declares.
   *
   * @param typed its name; without one nothing is declared
   * @param plan whose places it may name
   */
  static Checked<DeclaredDeviations> read(
      Surroundings surroundings, Optional<String> typed, BoundPlan plan) {
    return typed
        .map(
            name ->
                RegularFile.read(surroundings.file(name), name, SourceReading.MOST_BYTES)
                    .then(bytes -> SourceReading.of(name, bytes))
                    .then((SourceFile source) -> new YamlPlanReader().read(source))
                    .then(DeclaredDeviations::of)
                    .then(read -> Checked.of(read, read.misplaced(plan.canonical()))))
        .orElse(Checked.of(DeclaredDeviations.NONE));
  }
}
