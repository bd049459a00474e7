package org.planlock.deviation;

/** Why an analysis deviates (Lakens 2024, Collabra 10:117094), and two reasons of daily work. */
public enum Reason {
  UNFORESEEN_EVENT,
  ERROR_IN_PLAN,
  MISSING_INFORMATION,
  VIOLATED_ASSUMPTION,
  FALSIFIED_AUXILIARY,
  TOOL_DEFECT,
  CLERICAL
}
