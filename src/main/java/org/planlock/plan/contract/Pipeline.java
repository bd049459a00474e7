package org.planlock.plan.contract;

import org.planlock.plan.value.Declared;
import org.planlock.plan.value.VersionBound;
import org.planlock.plan.value.Words;

/** The tool that made derived files, and the version that must be found in their description. */
public record Pipeline(
    String name,
    String tool,
    VersionBound version,
    Declared<Words> container,
    Declared<Words> options) {}
