@NullMarked
package dev.lookout.testkit;

import org.jspecify.annotations.NullMarked;
