@NullMarked
package dev.lookout.gateway;

import org.jspecify.annotations.NullMarked;
