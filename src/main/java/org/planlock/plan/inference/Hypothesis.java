package org.planlock.plan.inference;

import org.planlock.plan.expression.Expression;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Words;

/** A claim and the conditions under which it counts as corroborated, falsified or neither. */
public record Hypothesis(
    String id,
    Declared<String> claim,
    Expression corroborated,
    Declared<Expression> falsified,
    Declared<Words> otherwise) {}
