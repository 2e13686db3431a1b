@NullMarked
package dev.lookout.benchmarks;

import org.jspecify.annotations.NullMarked;
