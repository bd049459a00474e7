package org.planlock.editor;

import org.planlock.source.SourceFile;

/**
 * A text that ends at the cursor, with {@link Mark#WORD} in the place of the word that is being
 * typed, and made whole so that it can be read.
 *
 * @param isKey whether the word was taken for a key and not for a value
 */
record Cut(SourceFile source, boolean isKey) {}
