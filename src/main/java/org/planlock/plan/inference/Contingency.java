package org.planlock.plan.inference;

import java.util.List;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.value.Key;

/** A branch that is taken only when a condition on blinded data holds: field J9. */
public record Contingency(Expression when, @Key("set") List<Setting> settings) {}
