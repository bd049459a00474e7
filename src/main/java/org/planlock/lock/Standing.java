package org.planlock.lock;

import java.util.Collection;

/** How a verification ends; the first that applies wins, in this order. */
public enum Standing {
  /** Something cannot be read, so that nothing can be said of it. */
  UNREADABLE(3),
  /** Something is not what was locked. */
  CHANGED(1),
  /** Something is newer than this version understands. */
  REFUSED(7),
  /** What was done came before what was promised. */
  OUT_OF_ORDER(7),
  /** Nothing is wrong, but less is proven than was asked for. */
  WEAKER(4),
  /** Something that is needed is not here. */
  ENVIRONMENT(5),
  /** Everything that could be checked holds. */
  HOLDS(0);

  private final int code;

  Standing(int code) {
    this.code = code;
  }

  /** The exit code of the command. */
  public int code() {
    return code;
  }

  /** The gravest of several. */
  static Standing gravest(Collection<Standing> all) {
    return all.stream().min(Standing::compareTo).orElse(HOLDS);
  }
}
