package org.planlock.lock.seal;

/** What a release opens: the whole table, or in an emergency the values of one participant. */
public sealed interface Opens {
  /** The whole table, by its key. */
  record Everything(CustodianKey key) implements Opens {}

  /** One participant, whose values the disclosure holds; the key stays with the custodian. */
  record OneParticipant(RowDisclosure disclosure) implements Opens {}
}
