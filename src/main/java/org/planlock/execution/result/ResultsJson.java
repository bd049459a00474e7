package org.planlock.execution.result;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.trace.TraceValue;

/**
 * The results file: the same results are the same bytes, numbers are shortest round-trip decimals.
 */
public final class ResultsJson {
  private ResultsJson() {}

  /** The whole file in UTF-8, ended by a line feed. */
  public static byte[] bytes(Results results) {
    return JsonPage.of(tree(results)).getBytes(StandardCharsets.UTF_8);
  }

  private static TraceValue.Fields tree(Results results) {
    var label = results.bindings().blind().isPresent() ? Results.BLIND : "exploratory";
    var json = new JsonObject();
    json.with("format", Results.FORMAT)
        .withText("blind", results.bindings().blind())
        .withText("unblindedAlready", results.bindings().known())
        .with("plan", results.plan())
        .with("lock", orNull(results.lock()))
        .with("verdict", orNull(results.verdict()))
        .with("label", orNull(results.label()))
        .with("sample", sample(results.sample()))
        .withEach("models", results.models(), model -> new ModelJson(model).whole())
        .withEach("comparisons", results.comparisons(), ResultsJson::comparison)
        .withEach("hypotheses", results.hypotheses(), ResultsJson::hypothesis)
        .withEach("exploratory", results.exploratory(), one -> correlation(one, label))
        .withEach("sensitivity", results.sensitivity(), ResultsJson::variant)
        .with("findings", TraceValue.texts(results.findings()))
        .withEach("deviations", results.deviations(), deviation -> deviation);
    appended(json, results.appendix());
    return json.with("evidence", evidence(results.bindings())).fields();
  }

  private static void appended(JsonObject json, Appendix appendix) {
    if (!appendix.gaps().isEmpty()) {
      json.withEach("gaps", appendix.gaps(), gap -> gap);
    }
    if (!appendix.notFound().isEmpty()) {
      json.withEach("declaredNotFound", appendix.notFound(), one -> one);
    }
    if (!appendix.amendments().isEmpty()) {
      json.withEach("amendments", appendix.amendments(), one -> one);
    }
    json.withText("lockedLate", appendix.lockedLate());
    appendix.effect().ifPresent(effect -> json.with("effect", effect));
  }

  private static TraceValue evidence(Bindings bindings) {
    return new JsonObject()
        .withEach(
            "data",
            bindings.data(),
            file ->
                new JsonObject()
                    .with("path", file.path())
                    .with("sha256", file.sha256())
                    .with("bytes", (double) file.bytes())
                    .with("sealed", file.sealed())
                    .fields())
        .with("releases", TraceValue.texts(bindings.releases()))
        .with("ledger", bindings.ledger().map(ResultsJson::ledger).orElseGet(TraceValue::missing))
        .fields();
  }

  private static TraceValue ledger(Bindings.LedgerHead head) {
    return new JsonObject().with("size", (double) head.size()).with("root", head.root()).fields();
  }

  private static TraceValue sample(SampleSummary sample) {
    var json =
        new JsonObject()
            .with("enrolled", sample.enrolled().size())
            .with("analysed", sample.analysed().size())
            .with("participants", TraceValue.texts(sample.analysed()))
            .withEach(
                "left",
                sample.left(),
                left ->
                    new JsonObject()
                        .with("participant", left.participant())
                        .with("rule", left.rule())
                        .with("because", left.because())
                        .fields());
    sample.flow().ifPresent(flow -> json.with("flow", flow(flow)));
    return json.fields();
  }

  private static TraceValue flow(SampleSummary.Flow flow) {
    return new JsonObject()
        .with("by", orNull(flow.by()))
        .with("rules", TraceValue.texts(flow.rules()))
        .withEach(
            "groups",
            flow.groups(),
            group ->
                new JsonObject()
                    .with("level", group.level())
                    .with("enrolled", group.enrolled())
                    .with("sequential", TraceValue.numbers(group.sequential()))
                    .with("alone", TraceValue.numbers(group.alone()))
                    .with("kept", group.kept())
                    .fields())
        .fields();
  }

  private static TraceValue comparison(ComparisonResult comparison) {
    return new JsonObject()
        .with("model", comparison.full())
        .with("with", comparison.reduced())
        .with("by", comparison.by())
        .withNumber("value", comparison.fullValue())
        .withNumber("withValue", comparison.reducedValue())
        .withNumber("difference", comparison.difference())
        .fields();
  }

  private static TraceValue hypothesis(HypothesisResult hypothesis) {
    return new JsonObject()
        .with("id", hypothesis.id())
        .withText("claim", hypothesis.claim())
        .with("verdict", hypothesis.verdict().name().toLowerCase(Locale.ROOT))
        .withText("because", hypothesis.reason())
        .with("values", TraceValue.fields(hypothesis.values()))
        .withText("label", hypothesis.label())
        .with("labelLostTo", TraceValue.texts(hypothesis.labelLostTo()))
        .fields();
  }

  private static TraceValue correlation(CorrelationResult correlation, String label) {
    return new JsonObject()
        .with("outcome", correlation.outcome())
        .with("with", correlation.with())
        .with("method", correlation.method())
        .with("n", correlation.n())
        .withNumber("value", correlation.value())
        .withNumber("p", correlation.p())
        .with("label", label)
        .fields();
  }

  private static TraceValue variant(VariantResult variant) {
    var json =
        new JsonObject()
            .with("variant", variant.name())
            .with("executed", variant.notExecuted().isEmpty())
            .withText("because", variant.notExecuted());
    return variant.notExecuted().isPresent() ? json.fields() : executed(json, variant);
  }

  private static TraceValue executed(JsonObject json, VariantResult variant) {
    List<HypothesisResult> hypotheses = variant.hypotheses();
    return json.withEach("models", variant.models(), model -> new ModelJson(model).brief())
        .withEach("hypotheses", hypotheses, ResultsJson::hypothesis)
        .with("disagreements", TraceValue.texts(variant.disagreements()))
        .fields();
  }

  private static TraceValue orNull(Optional<String> text) {
    return text.map(TraceValue::of).orElseGet(TraceValue::missing);
  }
}
