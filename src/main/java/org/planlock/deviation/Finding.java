package org.planlock.deviation;

/** What a detector says: a deviation, or that the trace does not tell. */
public sealed interface Finding permits Deviation, Gap {}
