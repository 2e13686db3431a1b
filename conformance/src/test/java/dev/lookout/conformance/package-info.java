/** The scenarios against our own gateway, and real clients against it. */
@NullMarked
package dev.lookout.conformance;

import org.jspecify.annotations.NullMarked;
