/**
 * What both protocols share: the exceptions of the whole system and the error of the value types.
 *
 * <p>The messages and values of the two protocols are in {@code dev.lookout.model.vite} and {@code dev.lookout.model.vigil}.
 * Nothing here knows sockets, threads or a JSON library's tree.
 */
@NullMarked
package dev.lookout.model;

import org.jspecify.annotations.NullMarked;
