package org.planlock.editor;

import org.planlock.source.Span;

/**
 * A place where a name is used or declared.
 *
 * @param place the whole name, or the part of a made name that is this one
 * @param value what stands for the placeholder, where the name is made by a template; else empty
 * @param declares whether the name is given here
 */
public record PlanReference(PlanSymbol symbol, Span place, String value, boolean declares) {
  /** What is to stand here when the symbol has another name. */
  String renamed(String name) {
    return value.isEmpty() ? name : PlanSymbol.made(name, value);
  }
}
