package org.planlock.execution.conduct;

import java.util.Optional;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.Provenance;
import org.planlock.lock.Sha256;

/**
 * What an execution is held against.
 *
 * @param plan the digest of the registered plan; random numbers come from it
 * @param lock the digest of the lock's statement; empty where nothing is locked
 * @param tool the program that executes
 * @param semantics the number of the rules by which it carries out plans
 */
public record Registered(
    PlanDigest plan, Optional<Sha256> lock, Provenance.Tool tool, int semantics) {}
