package org.planlock.execution.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was said about the sample on the command line.
 *
 * @param excluded participants to leave out on top of the rules, each with the reason
 * @param early why the analysis runs before the target is reached
 */
public record SampleRequest(Map<String, String> excluded, Optional<String> early) {
  /** Nothing beyond the plan. */
  public static final SampleRequest AS_PLANNED = new SampleRequest(Map.of(), Optional.empty());

  public SampleRequest {
    excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
  }
}
