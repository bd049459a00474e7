package org.planlock.deviation;

import java.time.Instant;
import java.util.Optional;

/**
 * One value that an amendment changed before the plan was executed, as the study's ledger has it.
 *
 * @param seq of the entry of the amendment
 * @param time of that entry, by the clock of whoever amended
 * @param path in the plan; empty where no copy of a lock is left to tell
 * @param before what was locked before; none where it was not in the plan
 * @param after what was locked instead; none where it was taken out
 * @param reason of the amendment
 * @param claimed when it was decided, in the words of whoever amended
 * @param timing what counts: the same, or what the ledger shows where that is later
 * @param evidence what the ledger shows to have been known by then
 */
public record AmendedValue(
    long seq,
    Instant time,
    String path,
    Optional<String> before,
    Optional<String> after,
    String reason,
    Timing claimed,
    Timing timing,
    Optional<String> evidence) {}
