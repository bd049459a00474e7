package org.planlock.plan;

import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.binding.KnownRecords;
import org.planlock.plan.binding.TreeWriter;
import org.planlock.plan.binding.TypeBinder;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.dsl.ExpressionReader;

/** Gives a plan's tree its meaning, the same for every notation. */
public final class PlanBinder {
  private static final int LANGUAGE = 1;

  private PlanBinder() {}

  /** The plan that a tree says, with every mistake in it. */
  public static Checked<BoundPlan> bind(PlanNode.Mapping written) {
    var newer = newerLanguage(written);
    if (newer.isPresent()) {
      return Checked.failed(newer.get());
    }
    var expanded = PlanExpansion.expand(written);
    return expanded.then(PlanBinder::bound).once();
  }

  private static Checked<BoundPlan> bound(PlanNode.Mapping tree) {
    var known = new KnownRecords();
    return new TypeBinder(ExpressionReader::read, known)
        .bind(Plan.class, tree)
        .then(plan -> VariantSettings.settle(plan, known))
        .map(plan -> new BoundPlan(plan, TreeWriter.write(plan, known), new PlanOrigins(tree)));
  }

  /** The tree with templates spelt out, as far as that goes: each part keeps its place. */
  public static PlanNode.Mapping expanded(PlanNode.Mapping written) {
    return PlanExpansion.expand(written).value().orElse(written);
  }

  private static Optional<Diagnostic> newerLanguage(PlanNode.Mapping tree) {
    return tree.get("planlock")
        .filter(
            node ->
                node instanceof PlanNode.Scalar scalar
                    && scalar.text().matches("\\d{1,9}")
                    && Integer.parseInt(scalar.text()) != LANGUAGE)
        .map(
            node ->
                Diagnostic.at(
                        node.span(),
                        Rule.UNKNOWN_LANGUAGE_VERSION,
                        "language version `"
                            + ((PlanNode.Scalar) node).text()
                            + "` is not known here")
                    .note("this version reads language " + LANGUAGE)
                    .help("use the version of Planlock that wrote the plan"));
  }
}
