package org.planlock.plan.prepare;

import java.util.List;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Words;

/**
 * The steps from columns to a design, carried out in their order and in no other: fields E1 to E5,
 * F1 to F4, G2 to G6.
 */
public record Preparation(
    String name,
    List<Step> steps,
    List<String> columns,
    Declared<Words> aliased,
    Declared<Words> heredity) {}
