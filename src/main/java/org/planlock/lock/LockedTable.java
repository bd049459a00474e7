package org.planlock.lock;

import java.util.Optional;

/**
 * A data table as the lock knows it.
 *
 * @param path as the plan writes it, from the plan's folder
 * @param fingerprint of a table that the plan calls complete; none of one that is not yet collected
 */
public record LockedTable(String path, Optional<FileFingerprint> fingerprint) {}
