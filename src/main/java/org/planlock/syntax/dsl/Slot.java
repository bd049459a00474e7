package org.planlock.syntax.dsl;

import org.planlock.syntax.PlanNode;

/**
 * A value that stands at its place behind an opening, without a word of its own.
 *
 * @param needed whether the statement makes no sense without it
 */
record Slot(String key, Form form, boolean needed) {
  static Slot of(String key, Form form) {
    return new Slot(key, form, true);
  }

  static Slot maybe(String key, Form form) {
    return new Slot(key, form, false);
  }

  /** Reads it into the mapping, or reports that it is missing. */
  void read(Passage passage, Entries into) {
    boolean first = passage.index() > 0 && needed;
    if (!needed && (!passage.hasValue() || passage.opens(passage.index()) || !fits(passage))) {
      return;
    }
    var word = first ? passage.before() : passage.here();
    var place = passage.here();
    Clause.value(passage, form, word)
        .ifPresent(value -> into.put(passage, new PlanNode.Scalar(key, place), value));
  }

  private boolean fits(Passage passage) {
    return Forms.fits(form, passage) || NotApplicable.stands(passage);
  }
}
