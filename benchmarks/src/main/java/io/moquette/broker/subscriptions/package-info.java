/** Moquette's package: the constructor of its tree can be reached from nowhere else. */
@NullMarked
package io.moquette.broker.subscriptions;

import org.jspecify.annotations.NullMarked;
