package org.planlock.syntax;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;

/**
 * Collects what one reading finds wrong, and stops collecting before a list becomes too long to
 * read.
 */
public final class Findings {
  /** More mistakes than this are not worth listing: the first ones usually explain the rest. */
  public static final int MOST = 20;

  private final List<Diagnostic> found = new ArrayList<>();

  /** Keeps a finding, unless there are too many already. */
  public void add(Diagnostic finding) {
    if (!isFull()) {
      found.add(finding);
    }
  }

  /** Whether further findings are dropped. */
  public boolean isFull() {
    return found.size() >= MOST;
  }

  /** Whether nothing stops the next stage. */
  public boolean isSound() {
    return found.stream().noneMatch(Diagnostic::isError);
  }

  /** What was found, in the order in which people read. */
  public List<Diagnostic> inOrder() {
    return found.stream().sorted(Diagnostic.READING_ORDER).toList();
  }

  /** The value with the findings; without the value, if an error is among them. */
  public <T> Checked<T> unlessErrors(T value) {
    return isSound() ? Checked.of(value, inOrder()) : Checked.failed(inOrder());
  }
}
