package org.planlock.data;

/**
 * A table and the fingerprint of the very bytes that it was read from.
 *
 * @param name the path as the plan writes it
 */
public record TableFile(String name, Fingerprint fingerprint, TextTable table) {}
