package org.planlock.plan.contract;

import java.util.List;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Quantity;
import org.planlock.plan.value.Technical;
import org.planlock.plan.value.Words;

/** How the contrast images were modelled. */
public record FirstLevel(
    String name,
    List<String> events,
    Declared<Words> hrf,
    Declared<Quantity> highPass,
    Declared<Words> noiseModel,
    Declared<List<String>> nuisance,
    @Technical("false") boolean imported) {}
