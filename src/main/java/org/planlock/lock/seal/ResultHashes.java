package org.planlock.lock.seal;

import java.util.Optional;
import org.planlock.lock.Sha256;

/**
 * The hashes that a result holds.
 *
 * @param lock digest of the lock that was carried out
 * @param release digest of the release file that opened the data, if one did
 */
public record ResultHashes(Sha256 lock, Optional<Sha256> release) {}
