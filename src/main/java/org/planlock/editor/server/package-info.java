/** The language server: the editor's rooms spoken over the Language Server Protocol. */
@NullMarked
package org.planlock.editor.server;

import org.jspecify.annotations.NullMarked;
