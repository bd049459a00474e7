/**
 * The same findings for people and machines: text that quotes the source, and JSON. May import all
 * rooms but {@code execution}, {@code stats} and {@code cli}.
 */
@NullMarked
package org.planlock.report;

import org.jspecify.annotations.NullMarked;
