/**
 * What a journal asks for: the table of deviations, in Markdown, CSV and JSON, and a paragraph on
 * methods that says what was done. Imports what {@code report} may import: plan, lock, trace and
 * deviation, never the room that executes, so that the analysis of any tool gets the same pages.
 */
@NullMarked
package org.planlock.report.journal;

import org.jspecify.annotations.NullMarked;
