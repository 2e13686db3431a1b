@NullMarked
package dev.lookout.model;

import org.jspecify.annotations.NullMarked;
