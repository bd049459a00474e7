package org.planlock.plan.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.plan.inference.Inference;

/** A p value of a hypothesis for which no null is stated. */
final class PValueWithoutNull implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var nulls = facts.inference().map(Inference::nulls);
    boolean open = nulls.isEmpty() || nulls.get().isOpen();
    var stated =
        nulls.flatMap(n -> n.stated()).orElse(List.of()).stream()
            .map(Inference.PermutationNull::hypothesis)
            .collect(Collectors.toSet());
    return facts.hypotheses().stream()
        .flatMap(PValues::in)
        .filter(call -> facts.names().hypotheses().contains(PValues.subject(call)))
        .filter(call -> !stated.contains(PValues.subject(call)))
        .map(
            call ->
                Diagnostic.at(
                        call.span(),
                        Rule.P_VALUE_WITHOUT_NULL,
                        "a p value of `"
                            + PValues.subject(call)
                            + "` is asked for, and no null is stated")
                    .weighing(open ? Severity.WARNING : Severity.ERROR)
                    .help("say what is permuted: `null " + PValues.subject(call) + " permute …`"));
  }
}
