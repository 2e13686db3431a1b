package dev.lookout.conformance;

/** An endpoint did something else than a step expects. */
final class UnmetExpectation extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 2000;

    private final String expected;
    private final String got;

    UnmetExpectation(String expected, String got) {
        super("expected " + shortened(expected) + ", got " + shortened(got));
        this.expected = shortened(expected);
        this.got = shortened(got);
    }

    String expected() {
        return expected;
    }

    String got() {
        return got;
    }

    private static String shortened(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "... (" + text.length() + " characters)";
    }
}
