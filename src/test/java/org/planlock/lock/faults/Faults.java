package org.planlock.lock.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Counts every call that reaches a disk, and makes chosen ones fail. */
public final class Faults {
  /** How a disk fails. */
  public enum Kind {
    /** One call fails and does nothing; those after it work. */
    ONCE,
    /** One call fails, and if it is to write, after it has written half. */
    ONCE_HALF,
    /** One call fails after half, and so does every one after it. */
    FOR_GOOD
  }

  private final List<String> calls = new ArrayList<>();
  private int at = Integer.MAX_VALUE;
  private Kind kind = Kind.ONCE;

  /** The paths of a disk on which nothing fails yet. */
  public Path path(Path real) {
    return new FaultyFileSystem(real.getFileSystem(), this).wrap(real);
  }

  /** From now on, the call of this number fails, counted from 0. */
  public void failAt(int call, Kind how) {
    calls.clear();
    at = call;
    kind = how;
  }

  /** The calls so far. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Lets a call through, or fails. */
  void call(String name) throws IOException {
    if (isFailing(name)) {
      throw new IOException("no space left on device: " + name);
    }
  }

  /** Whether the next call is to fail. */
  boolean isFailing(String name) {
    int number = calls.size();
    calls.add(name);
    return number == at || (number > at && kind == Kind.FOR_GOOD);
  }

  boolean writesHalf() {
    return kind != Kind.ONCE;
  }
}
