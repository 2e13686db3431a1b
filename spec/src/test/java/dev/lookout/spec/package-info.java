/** Checks that the documents are sound, and that the checks would notice if they were not. */
@NullMarked
package dev.lookout.spec;

import org.jspecify.annotations.NullMarked;
