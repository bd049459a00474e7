package org.planlock.plan.fit;

import java.util.List;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Technical;

/**
 * How strongly each term is penalised, its bounds, which are not penalised at all, and which never
 * enter.
 */
public record PenaltyFactors(
    @Technical("1") @Between(low = 0) Decimal everyTerm,
    List<Factor> terms,
    Declared<Bounds> bounds,
    List<String> unpenalised,
    List<String> excluded) {
  /** Terms with a factor of their own. */
  public record Factor(@Between(low = 0) Decimal factor, @Key("for") List<String> forTerms) {}
}
