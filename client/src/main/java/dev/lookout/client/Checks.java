package dev.lookout.client;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Checks of option values; each message names the option and the value that was refused. */
final class Checks {
    private Checks() {}

    static Duration positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, is " + value);
        }
        return value;
    }

    static int positive(String name, int value) {
        return (int) positive(name, (long) value);
    }

    static long positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, is " + value);
        }
        return value;
    }

    static URI scheme(URI uri, String... schemes) {
        List<String> known = Arrays.asList(schemes);
        if (uri.getScheme() == null
                || !known.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                || uri.getHost() == null) {
            throw new IllegalArgumentException("Not an absolute address with one of the schemes " + known + ": " + uri);
        }
        return uri;
    }
}
