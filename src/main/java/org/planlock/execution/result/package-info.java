/** What an execution found, as pure values and as the results file. Imports {@code trace} only. */
@NullMarked
package org.planlock.execution.result;

import org.jspecify.annotations.NullMarked;
