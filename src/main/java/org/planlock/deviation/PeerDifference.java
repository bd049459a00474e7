package org.planlock.deviation;

import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/**
 * The first place, in the order of an analysis, where two records of one model part.
 *
 * @param step what differs, such as {@code fold vector}
 * @param place where in it, such as {@code fold of p007}; empty where one side has none of it
 * @param here the event of the record that is judged
 */
record PeerDifference(
    String step, String place, TraceValue ours, TraceValue theirs, TraceEvent here) {
  String text() {
    return step + (place.isEmpty() ? "" : ", " + place);
  }
}
