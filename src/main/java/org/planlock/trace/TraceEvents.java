package org.planlock.trace;

/**
 * The words for what can happen; their fields are in {@code org/planlock/schema/trace.schema.json}.
 */
public final class TraceEvents {
  /** The value of {@code format} in the first event. */
  public static final String FORMAT = "planlock-trace/1";

  public static final String START = "start";
  public static final String DATA = "data";
  public static final String CONTRACT = "contract";
  public static final String ENROLLED = "enrolled";
  public static final String EXCLUSION = "exclusion";
  public static final String SAMPLE = "sample";
  public static final String FLOW = "flow";
  public static final String STEP = "step";
  public static final String DESIGN = "design";
  public static final String FOLDS = "folds";
  public static final String GRID = "grid";
  public static final String CV = "cv";
  public static final String PREDICTIONS = "predictions";
  public static final String SELECTION = "selection";
  public static final String FIT = "fit";
  public static final String OTHER_SOLVE = "other_solve";
  public static final String SETTING = "setting";
  public static final String SCORE = "score";
  public static final String HYPOTHESIS = "hypothesis";
  public static final String CORRELATION = "correlation";
  public static final String SKIPPED = "skipped";
  public static final String UNPLANNED = "unplanned";
  public static final String PIPELINE = "pipeline";
  public static final String REGION = "region";
  public static final String BRANCH = "branch";
  public static final String END = "end";

  private TraceEvents() {}
}
