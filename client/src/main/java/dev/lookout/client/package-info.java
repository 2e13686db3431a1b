@NullMarked
package dev.lookout.client;

import org.jspecify.annotations.NullMarked;
