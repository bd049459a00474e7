package org.planlock.plan.inference;

import org.planlock.plan.value.TreeValue;

/** A value at a path of the plan. */
public record Setting(String path, TreeValue value) {}
