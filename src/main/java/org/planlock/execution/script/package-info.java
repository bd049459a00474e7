/**
 * Analyses that are code: a program in Java or Groovy takes the steps of a locked plan one by one,
 * each is recorded as it is taken and compared with the plan as it happens. Whatever such a program
 * does beside these steps nobody records. The only room that runs Groovy, and only what a person or
 * a program names; a plan can name no script. May import what {@code execution} may, and {@code
 * deviation}.
 */
@NullMarked
package org.planlock.execution.script;

import org.jspecify.annotations.NullMarked;
