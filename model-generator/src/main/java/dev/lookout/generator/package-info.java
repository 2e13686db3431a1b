@NullMarked
package dev.lookout.generator;

import org.jspecify.annotations.NullMarked;
