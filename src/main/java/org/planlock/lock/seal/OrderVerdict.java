package org.planlock.lock.seal;

/** What can be said of whether a plan was locked before anybody knew the outcome. */
public enum OrderVerdict {
  /** Each later thing holds the hash of the earlier, and a custodian stands between. */
  ORDERED_BY_HASH,
  /** People outside attest times that leave only one order. */
  ORDERED_BY_TRUSTED_TIME,
  /** Nothing that somebody else vouches for tells the order. */
  NOT_PROVEN,
  /** The record itself says that the order was another. */
  CONTRADICTED
}
