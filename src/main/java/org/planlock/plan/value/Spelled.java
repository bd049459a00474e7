package org.planlock.plan.value;

/** An enum constant whose spelling is not its name in lower case. */
public interface Spelled {
  /** What a plan writes. */
  String spelling();
}
