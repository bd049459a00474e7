package org.planlock.editor;

/** The word that stands for the editor's cursor in a text that is read to find out where it is. */
final class Mark {
  /** No plan has it; it is a name in every notation. */
  static final String WORD = "zzCursorHerezz";

  private Mark() {}
}
