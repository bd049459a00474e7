package org.planlock.syntax;

import org.planlock.source.SourceFile;

/**
 * Lays out a text of one notation: only blanks and the ends of lines differ from what was written.
 */
@FunctionalInterface
public interface PlanFormatter {
  /** The text of a plan that can be read, laid out. */
  String format(SourceFile sound);
}
