/**
 * What is asked of a plan before any data are read: what it leaves open that an execution needs,
 * and what this version cannot carry out. May import {@code plan}, {@code syntax}, {@code
 * diagnostic}, {@code source} and the rest of {@code execution}.
 */
@NullMarked
package org.planlock.execution.readiness;

import org.jspecify.annotations.NullMarked;
