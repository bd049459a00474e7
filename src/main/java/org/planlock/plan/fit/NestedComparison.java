package org.planlock.plan.fit;

import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Words;

/** Two models compared, the full one with the reduced one. */
public record NestedComparison(
    @Key("model") String full, @Key("with") String reduced, Words by, Declared<Words> inference) {}
