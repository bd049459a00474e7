package org.planlock.plan.binding;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.planlock.plan.fit.GridPhrase;
import org.planlock.plan.value.AsSet;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;

/** What a component's annotations ask of its value. */
record Limits(@Nullable Between between, boolean set, boolean gridPhrase) {
  static final Limits NONE = new Limits(null, false, false);

  static Limits of(RecordComponent component) {
    return new Limits(
        component.getAnnotation(Between.class),
        component.isAnnotationPresent(AsSet.class),
        component.isAnnotationPresent(GridPhrase.class));
  }

  /** Whether a number lies in the range; NaN never does. */
  boolean allows(double value) {
    return between == null
        || (value >= between.low()
            && value <= between.high()
            && !(between.above() && value == between.low())
            && !(between.below() && value == between.high()));
  }

  /** The range in words. */
  String words() {
    if (between == null) {
      return "any number";
    }
    var low = (between.above() ? "above " : "at least ") + Decimal.of(between.low()).text();
    var high = between.below() ? " and below " : " and at most ";
    return between.high() == Double.MAX_VALUE
        ? low
        : low + high + Decimal.of(between.high()).text();
  }

  /** The range in words for a number that is also not larger than this. */
  String wordsUpTo(long largest) {
    return between == null
        ? "at most " + largest
        : "at most "
            + (long) Math.min((double) largest, between.high())
            + " and at least "
            + Decimal.of(between.low()).text();
  }
}
