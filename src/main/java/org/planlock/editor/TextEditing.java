package org.planlock.editor;

import org.planlock.source.Span;

/** A change of a text: what stands in its place. */
public record TextEditing(Span place, String text) {}
