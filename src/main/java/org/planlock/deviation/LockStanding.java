package org.planlock.deviation;

/**
 * What the caller knows of the lock.
 *
 * @param intact whether the lock is byte for byte what was locked
 * @param timeRequired whether the time of the lock must be proven
 * @param timeProven whether somebody else attests it
 */
public record LockStanding(boolean intact, boolean timeRequired, boolean timeProven) {
  /** An unaltered lock whose time nobody asks for. */
  public static final LockStanding INTACT = new LockStanding(true, false, false);

  /** A lock that was altered. */
  public static final LockStanding ALTERED = new LockStanding(false, false, false);

  boolean isWeakerThanAsked() {
    return timeRequired && !timeProven;
  }
}
