package org.planlock.lock;

/**
 * A file that the plan fixes: a mask, an atlas, a dictionary.
 *
 * @param path as the plan writes it, from the plan's folder
 * @param role what the plan uses it for, such as {@code atlas}
 */
public record FixedInput(String path, String role, FileFingerprint fingerprint) {}
