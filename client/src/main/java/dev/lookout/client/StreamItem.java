package dev.lookout.client;

/**
 * What an {@link EventStream} delivers: an event, or something about the stream itself at the place where it happened.
 *
 * @param <E> type of the events
 */
public sealed interface StreamItem<E> {
    /** Decides over all kinds. */
    <R> R match(Cases<E, R> cases);

    /** One function for each kind. */
    interface Cases<E, R> {
        R event(E event);

        R gap(Gap gap);

        R notice(Notice notice);
    }

    /** An event of the chain. */
    record Event<E>(E value) implements StreamItem<E> {
        @Override
        public <R> R match(Cases<E, R> cases) {
            return cases.event(value);
        }
    }

    /** Events may be missing right here. */
    record Missed<E>(Gap gap) implements StreamItem<E> {
        @Override
        public <R> R match(Cases<E, R> cases) {
            return cases.gap(gap);
        }
    }

    /** Something that does not harm the stream but may interest its reader. */
    record Noticed<E>(Notice notice) implements StreamItem<E> {
        @Override
        public <R> R match(Cases<E, R> cases) {
            return cases.notice(notice);
        }
    }
}
