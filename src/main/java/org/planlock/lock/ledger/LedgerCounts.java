package org.planlock.lock.ledger;

/**
 * How much there is in a ledger, for the first page of every report: nobody can show one of ten
 * attempts and call it the only one.
 *
 * @param locks plans locked for the first time
 * @param amendments locks that took the place of another
 * @param executions executions begun
 * @param unfinished those of them without an end
 */
public record LedgerCounts(int locks, int amendments, int executions, int unfinished) {}
