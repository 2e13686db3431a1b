package dev.lookout.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The values that subscribers choose from: those of the stream they should hit, or those that no stream uses. */
interface Population {
    /** A contract, as a subscriber to contracts picks one. */
    Address contract(SplittableRandom random);

    /** The contract of a rank. */
    Address contract(long rank);

    /** A token contract, as a wallet's owner picks one: popular ones more often. */
    Address token(SplittableRandom random);

    Word wallet(SplittableRandom random);

    Word signature(SplittableRandom random);

    /** Subscribers to each key of {@link Mix#FAN_OUT}. */
    int fanOut();

    /** So many different signatures. */
    default List<Word> signatures(SplittableRandom random, int count) {
        var chosen = new ArrayList<Word>();
        while (chosen.size() < count) {
            var signature = signature(random);
            if (!chosen.contains(signature)) {
                chosen.add(signature);
            }
        }
        return List.copyOf(chosen);
    }

    /** Alternatives for a topic position: signatures for the first one, wallets for the others. */
    default List<Word> values(SplittableRandom random, int position, int count) {
        if (position == 0) {
            return signatures(random, count);
        }
        var chosen = new ArrayList<Word>();
        for (int i = 0; i < count; i++) {
            var wallet = wallet(random);
            if (!chosen.contains(wallet)) {
                chosen.add(wallet);
            }
        }
        return List.copyOf(chosen);
    }
}
