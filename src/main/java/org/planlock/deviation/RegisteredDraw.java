package org.planlock.deviation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.planlock.lock.PlanDigest;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.value.Seed;
import org.planlock.stats.Folds;
import org.planlock.stats.Sha256Counter;
import org.planlock.stats.StepSeed;
import org.planlock.trace.TraceEvent;

/**
 * The folds that a registered seed gives for the rows that reached them; whoever has the lock can
 * draw them again.
 *
 * @param step the name under which they are drawn
 * @param by what stays together, {@code participant} where rows stand for themselves
 * @param analysed the participants in the order of the analysis, which a record of folds may not
 *     keep
 */
record RegisteredDraw(
    PlanDigest digest, Scheme scheme, Seed seed, String step, String by, List<String> analysed) {
  /**
   * Whether recorded folds can have come from the seed. True where that cannot be told: other
   * numbers of folds, other units and half a vector are differences of their own.
   */
  boolean fits(TraceEvent event) {
    var recorded = FoldVector.of(event);
    var ids = event.texts("ids").orElse(List.of());
    boolean judged =
        scheme.kind() == Scheme.Kind.K_FOLD
            && recorded.isComplete()
            && recorded.folds().size() == scheme.folds()
            && event.text("by").orElse(by).equals(by)
            && new HashSet<>(ids).size() == ids.size();
    return !judged || unitsAreUntold(event) || orders(ids).anyMatch(order -> gives(event, order));
  }

  private boolean isGrouped() {
    return !by.equals("participant");
  }

  private boolean unitsAreUntold(TraceEvent event) {
    var groups = event.texts("groups").orElse(List.of());
    var units = isGrouped() ? new HashSet<>(groups).size() : FoldVector.of(event).size();
    return scheme.folds() < 2
        || scheme.folds() > units
        || (isGrouped() && groups.size() != FoldVector.of(event).size());
  }

  /** Who draws goes through the rows in the order of the plan; a table may keep another. */
  private Stream<List<String>> orders(List<String> ids) {
    var known = new HashSet<>(ids);
    var ofThePlan = analysed.stream().filter(known::contains).toList();
    return ofThePlan.size() == ids.size() ? Stream.of(ids, ofThePlan) : Stream.of(ids);
  }

  /** Folds may have any names; who is held out together must be the same. */
  private boolean gives(TraceEvent event, List<String> order) {
    var ids = event.texts("ids").orElse(List.of());
    var groups = byId(ids, event.texts("groups").orElse(ids));
    var drawn =
        isGrouped()
            ? Folds.grouped(of(groups, order), scheme.folds(), numbers(event))
            : Folds.kFold(order.size(), scheme.folds(), numbers(event));
    var folds = byId(order, Arrays.stream(drawn.toArray()).mapToObj(String::valueOf).toList());
    var recorded = FoldVector.raw(event).stream().map(ValueText::of).toList();
    return Arrays.equals(Folds.given(of(folds, ids)).toArray(), Folds.given(recorded).toArray());
  }

  private static Map<String, String> byId(List<String> ids, List<String> values) {
    var byId = new HashMap<String, String>();
    for (int i = 0; i < ids.size(); i++) {
      byId.put(ids.get(i), values.get(i));
    }
    return byId;
  }

  private static List<String> of(Map<String, String> byId, List<String> ids) {
    return ids.stream().map(byId::get).map(Objects::requireNonNull).toList();
  }

  private Sha256Counter numbers(TraceEvent event) {
    int replicate = event.number("replicate").map(r -> (int) (r - 1)).orElse(0);
    return StepSeed.of(seed.value(), digest.bytes(), step, replicate);
  }
}
