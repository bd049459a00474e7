package org.planlock.plan.measure;

import java.util.List;

/** Which runs enter a measure. */
public record RunRule(List<String> onePer) {}
