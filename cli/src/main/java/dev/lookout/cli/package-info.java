@NullMarked
package dev.lookout.cli;

import org.jspecify.annotations.NullMarked;
