package org.planlock.editor;

import org.planlock.source.SourceFile;

/**
 * A text that ends at the cursor, with {@link Mark#WORD} in the place of the word that is being
 * typed, and made whole so that it can be read.
 *
 * @param isLast whether it leaves out what stands beside the cursor, and so is for texts that can
 *     be read in no other way
 */
record Cut(SourceFile source, boolean isLast) {}
