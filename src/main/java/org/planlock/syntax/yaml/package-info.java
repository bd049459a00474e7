/**
 * The YAML notation; the only user of SnakeYAML. Imports {@code syntax}, {@code source} and {@code
 * diagnostic}.
 */
@NullMarked
package org.planlock.syntax.yaml;

import org.jspecify.annotations.NullMarked;
