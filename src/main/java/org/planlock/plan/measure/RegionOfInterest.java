package org.planlock.plan.measure;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Threshold;
import org.planlock.plan.value.Words;

/** A region of interest: labels of an atlas, or a map above a threshold. */
public record RegionOfInterest(
    String name,
    Optional<String> atlas,
    List<String> labels,
    Optional<String> map,
    @Key("where") Optional<Threshold> where,
    Declared<Words> sides,
    Declared<Words> weights,
    Optional<Words> appliesTo) {}
