package org.planlock.execution.sample;

import java.util.List;

/**
 * Who is analysed.
 *
 * @param enrolled everybody, in row order
 * @param analysed the analysis set, in row order
 * @param departures who left and why, in row order
 * @param flow the counts by rule
 */
public record SampleResult(
    List<String> enrolled, List<String> analysed, List<Departure> departures, FlowTable flow) {
  public SampleResult {
    enrolled = List.copyOf(enrolled);
    analysed = List.copyOf(analysed);
    departures = List.copyOf(departures);
  }
}
