package org.planlock.plan;

import org.planlock.syntax.PlanNode;

/**
 * A plan with everything that is needed to speak about it: its values, its canonical tree, and
 * where each thing was written.
 *
 * @param canonical every default written, templates spelt out; binding it gives an equal plan
 */
public record BoundPlan(Plan plan, PlanNode.Mapping canonical, PlanOrigins origins) {}
