/**
 * Who is analysed: tables read under their contract, everybody enrolled, and the rules that decide
 * who stays. May import {@code plan}, {@code data}, {@code stats}, {@code trace}, {@code syntax},
 * {@code diagnostic} and {@code source}.
 */
@NullMarked
package org.planlock.execution.sample;

import org.jspecify.annotations.NullMarked;
