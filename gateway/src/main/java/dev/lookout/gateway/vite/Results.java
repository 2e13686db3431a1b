package dev.lookout.gateway.vite;

import java.util.ArrayList;
import java.util.List;

/**
 * Some results of one topic, encoded once and shared by all who get them: elements of a {@code result} array with commas
 * between them, no brackets. Immutable; who reads {@link #utf8} does not write to it.
 */
final class Results {
    /** At most so many results go into one callback (VITE 4.4, 1.8: the pages' "up to 128", kept as a promise here). */
    static final int MAX_PER_CALLBACK = 128;

    private final byte[] utf8;
    private final int count;

    private Results(byte[] utf8, int count) {
        this.utf8 = utf8;
        this.count = count;
    }

    byte[] utf8() {
        return utf8;
    }

    /** 1 to {@link #MAX_PER_CALLBACK}. */
    int count() {
        return count;
    }

    /** Packs encoded elements, in order, into as few as the limit allows. */
    static List<Results> of(List<byte[]> elements) {
        if (elements.size() == 1) {
            return List.of(new Results(elements.get(0), 1));
        }
        var packed = new ArrayList<Results>();
        for (int from = 0; from < elements.size(); from += MAX_PER_CALLBACK) {
            List<byte[]> page = elements.subList(from, Math.min(elements.size(), from + MAX_PER_CALLBACK));
            packed.add(new Results(join(page), page.size()));
        }
        return packed;
    }

    /** Joins elements with commas. */
    static byte[] join(List<byte[]> parts) {
        int length = Math.max(0, parts.size() - 1);
        for (byte[] part : parts) {
            length += part.length;
        }
        var joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            if (at > 0) {
                joined[at++] = ',';
            }
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
