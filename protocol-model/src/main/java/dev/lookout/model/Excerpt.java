package dev.lookout.model;

/** Bounds foreign text before it goes into a message: nobody's payload fills a log. */
final class Excerpt {
    private static final int LIMIT = 200;

    private Excerpt() {}

    /** The first 200 characters, with a mark when something was cut. */
    static String of(String text) {
        if (text.length() <= LIMIT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
        return text.substring(0, end) + "[... " + text.length() + " characters]";
    }
}
