/** Keeps the borders of the design: who may know whom, what may show in a signature, what every package must say. */
@NullMarked
package dev.lookout.architecture;

import org.jspecify.annotations.NullMarked;
