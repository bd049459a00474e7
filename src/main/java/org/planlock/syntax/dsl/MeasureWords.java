package org.planlock.syntax.dsl;

import java.util.Map;

/** Words about regions, measures and the variables made of them. */
final class MeasureWords {
  static final Statement ATLAS =
      Items.of(
          "atlases",
          "atlas",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(
                  Clause.of("from", "image", Forms.QUOTED),
                  Clause.of("labels", Forms.QUOTED),
                  Clause.of("by", Forms.PHRASE),
                  Clause.of("resample", Forms.PHRASE)));

  static final Statement REGION =
      Items.of(
          "rois",
          "roi",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(
                  new RegionSource(),
                  Clause.of("sides", Forms.PHRASE),
                  Clause.of("weights", Forms.PHRASE),
                  Clause.of("applies_to", Forms.PHRASE)));

  static final Statement MEASURE =
      Items.of(
          "measures",
          "measure",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(
                  new MeasureValue(),
                  Clause.of("for", new ForEach()),
                  Clause.of("task", Forms.WORD),
                  Clause.of("contrast", Forms.PHRASE),
                  Clause.of("conditions", Forms.LIST_OR_PHRASE),
                  Clause.of("voxels", Forms.PHRASE),
                  Clause.of("coverage", Forms.PHRASE),
                  new Flag("fisher_z"),
                  Clause.of("nuisance", Forms.PHRASE),
                  Clause.of("censor", Forms.PHRASE),
                  Clause.of("statistic", Forms.PHRASE),
                  Clause.of("deconvolution", Forms.PHRASE),
                  Clause.of("design", Forms.WORD),
                  Clause.of("noise", Forms.PHRASE),
                  Clause.of("partition", Forms.PHRASE),
                  Clause.of("negative", Forms.PHRASE),
                  Clause.of("series", Forms.WORD)));

  static final Statement VARIABLE =
      Items.of("variables", variable("outcome"), variable("covariate"), variable("predictor"));

  static final Statement SET =
      Items.of(
          "sets",
          "set",
          Shape.of(Slot.of("name", Forms.WORD))
              .with(new SetValue(), Clause.of("in", Forms.WORD), Clause.of("for", new ForEach())));

  private MeasureWords() {}

  private static Items.Kind variable(String role) {
    return Items.Kind.of(
        role,
        Map.of("role", role),
        Shape.of(Slot.of("name", Forms.WORD))
            .with(
                Clause.of("=", "value", Forms.EXPRESSION),
                Clause.of("for", new ForEach()),
                Clause.of("unit", Forms.PHRASE),
                Clause.of("scaled", Forms.YES_NO)));
  }
}
