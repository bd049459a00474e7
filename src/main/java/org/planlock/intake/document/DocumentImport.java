package org.planlock.intake.document;

import org.planlock.intake.json.JsonValue;
import org.planlock.syntax.PlanNode;

/** Takes from documents of one format what carries over, and leaves the rest as quotes. */
interface DocumentImport {
  /**
   * The tree of what carries over.
   *
   * @param id what the plan is to be called
   */
  PlanNode.Mapping take(JsonValue document, String id);
}
