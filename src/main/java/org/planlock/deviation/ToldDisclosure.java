package org.planlock.deviation;

import java.util.Arrays;
import java.util.Optional;
import org.planlock.plan.value.Words;
import org.planlock.trace.TraceValue;

/**
 * What a results file tells of the disclosure of its deviations: what was declared when it was
 * written counts for its labels, whatever is declared beside a later comparison.
 */
record ToldDisclosure(Reported reported, Evidence evidence) {
  /** A deviation as it was disclosed in the results; one that they do not tell of is undeclared. */
  Deviation of(Deviation found) {
    var known = evidence.foreknowledge().execution();
    return found.disclosed(
        entry(found, reported)
            .map(entry -> disclosure(entry, known))
            .orElseGet(() -> known.ofUndeclared(found.floor())));
  }

  /** Where a ledger tells of the time it counts, else what the results say of it. */
  private static Disclosure disclosure(TraceValue.Fields entry, KnownBefore known) {
    var claim =
        entry
            .object("declaration")
            .filter(said -> entry.truth("declared").orElse(false))
            .flatMap(ToldDisclosure::claim);
    if (claim.isPresent() && !known.events().isEmpty()) {
      return known.of(claim.get());
    }
    return new Disclosure(
        claim,
        word(Timing.values(), entry.text("timing")).orElse(Timing.UNKNOWN),
        claim.isPresent() && entry.truth("onRecord").orElse(false),
        entry.text("timingEvidence"));
  }

  /** The entry of a deviation in the results. */
  static Optional<TraceValue.Fields> entry(Deviation found, Reported reported) {
    return reported.each("deviations").stream()
        .filter(entry -> entry.text("code").filter(found.rule().code()::equals).isPresent())
        .filter(entry -> entry.text("path").filter(found.path()::equals).isPresent())
        .filter(entry -> entry.text("participant").equals(found.participant()))
        .findFirst();
  }

  private static Optional<Declaration> claim(TraceValue.Fields said) {
    return said.text("because")
        .filter(because -> !because.isBlank())
        .map(
            because ->
                new Declaration(
                    said.text("subject"),
                    Optional.empty(),
                    Optional.empty(),
                    word(Reason.values(), said.text("reason")).orElse(Reason.UNFORESEEN_EVENT),
                    new Words(because),
                    word(Timing.values(), said.text("timing")).orElse(Timing.UNKNOWN),
                    said.text("who"),
                    said.text("severity")
                        .flatMap(
                            grade ->
                                Arrays.stream(DeviationSeverity.values())
                                    .filter(one -> one.name().equals(grade))
                                    .findFirst())));
  }

  private static <E extends Enum<E>> Optional<E> word(E[] constants, Optional<String> text) {
    return Arrays.stream(constants)
        .filter(one -> text.filter(Phrasing.of(one)::equals).isPresent())
        .findFirst();
  }
}
