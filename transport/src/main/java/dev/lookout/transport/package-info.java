@NullMarked
package dev.lookout.transport;

import org.jspecify.annotations.NullMarked;
