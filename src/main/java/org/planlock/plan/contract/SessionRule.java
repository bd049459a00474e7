package org.planlock.plan.contract;

import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Words;

/**
 * Which visit counts under a name: how many, in which window, and what happens when there is none.
 */
public record SessionRule(
    String name,
    @Key("is") Declared<String> is,
    Declared<Words> onePer,
    Declared<Words> window,
    Declared<Words> fallback) {}
