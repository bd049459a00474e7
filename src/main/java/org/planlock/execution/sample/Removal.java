package org.planlock.execution.sample;

import java.util.BitSet;
import java.util.Map;

/**
 * What one rule decides about everybody enrolled, as if it were alone.
 *
 * @param leaving the rows that it removes
 * @param undecided the rows for which it cannot decide, each with the reason
 */
record Removal(
    String rule,
    String because,
    Departure.Origin origin,
    BitSet leaving,
    Map<Integer, String> undecided) {}
