package org.planlock.data;

import org.planlock.diagnostic.Rule;

/**
 * A breach of the data contract that somebody accepted for this execution.
 *
 * @param column as the plan names it
 * @param cells how many cells are concerned, 0 where it is not about cells
 */
public record AcceptedBreach(String table, String column, Rule rule, int cells, String message) {}
