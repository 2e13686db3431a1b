@NullMarked
package dev.lookout.conformance;

import org.jspecify.annotations.NullMarked;
