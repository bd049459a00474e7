package org.planlock.plan.measure;

import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Words;

/** A map of the brain with names for its parts. */
public record Atlas(
    String name,
    String image,
    Declared<String> labels,
    Declared<Words> by,
    Declared<Words> resample) {}
