/**
 * Penalised fits along paths of lambda: what is minimised, the solvers, and their certificate.
 * Imports only {@code stats} itself.
 */
@NullMarked
package org.planlock.stats.elasticnet;

import org.jspecify.annotations.NullMarked;
