package org.planlock.editor;

/** A part of a plan's text that can be read on its own: code points from one offset to another. */
record Section(int start, int end) {
  boolean holds(int offset) {
    return start <= offset && offset <= end;
  }
}
