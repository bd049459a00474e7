/**
 * How long the solver takes, beside R and scikit-learn on the same data. No part of the program:
 * built by the scripts of {@code src/bench}.
 */
@NullMarked
package org.planlock.bench;

import org.jspecify.annotations.NullMarked;
