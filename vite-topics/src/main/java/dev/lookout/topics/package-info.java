@NullMarked
package dev.lookout.topics;

import org.jspecify.annotations.NullMarked;
