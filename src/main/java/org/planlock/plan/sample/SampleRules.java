package org.planlock.plan.sample;

import java.util.List;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Headcount;
import org.planlock.plan.value.Words;

/** Who is analysed: fields C1 to C7, B6, F3. */
public record SampleRules(
    Declared<Headcount> target,
    Declared<Headcount> minimum,
    Declared<Words> stop,
    @Between(low = 0) Declared<Integer> looks,
    Declared<List<SampleRule>> rules,
    Declared<Words> outliers,
    Declared<Words> sameRows,
    Declared<RowRule> rows,
    Declared<Abort> abort,
    Declared<RowOrder> order,
    Declared<Flow> flow) {}
