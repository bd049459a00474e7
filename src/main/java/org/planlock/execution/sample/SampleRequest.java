package org.planlock.execution.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was said about the sample on the command line, and by a script.
 *
 * @param excluded participants to leave out on top of the rules, each with the reason
 * @param early why the analysis runs before the target is reached
 * @param scripted those whom a script leaves out after that, each with the reason
 */
public record SampleRequest(
    Map<String, String> excluded, Optional<String> early, Map<String, String> scripted) {
  /** Nothing beyond the plan. */
  public static final SampleRequest AS_PLANNED = new SampleRequest(Map.of(), Optional.empty());

  public SampleRequest {
    excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
    scripted = Collections.unmodifiableMap(new LinkedHashMap<>(scripted));
  }

  /** The same without a script. */
  public SampleRequest(Map<String, String> excluded, Optional<String> early) {
    this(excluded, early, Map.of());
  }

  /** The same with those whom a script leaves out. */
  public SampleRequest scripted(Map<String, String> reasons) {
    return new SampleRequest(excluded, early, reasons);
  }
}
